namespace Lab.Experiments;

/// <summary>Where a chart's numbers lie on the paper: axes and margins, in pixels.</summary>
internal sealed class PlotArea
{
    private const double LetterWidth = 6.6;
    private const double Below = 40;
    private const double Inset = 10;
    private const double BetweenColumns = 60;
    private const double BetweenRows = 32;
    private const int MostRows = 5;
    private const double Headroom = 0.06;

    public PlotArea(Chart chart, int width, int height)
    {
        (Width, Height) = (width, height);
        Top = chart.Stages.Count > 1 ? 26 : 14;
        Bottom = height - Below;
        var (low, high) = Scale.Range(Heights(chart));
        var room = chart.Unit == ValueUnit.Share ? 0 : Headroom * (high - low);
        Y = new(low < 0 ? low - room : 0, high > 0 ? high + room : 0, Bottom, Top);
        Rows = Ticks.Within(Y.Low, Y.High, Math.Clamp((int)((Bottom - Top) / BetweenRows), 2, MostRows));
        Left = Math.Ceiling((LetterWidth * Rows.Values.Max(row => Rows.Label(row, chart.Unit).Length)) + Inset);

        var (start, end) = Scale.Range([.. chart.Series.Concat(chart.Behind).SelectMany(series => series.Points).Select(point => point.X), .. chart.Stages.Select(stage => stage.End)]);
        Columns = Ticks.Within(start, end, Math.Max(2, (int)((width - Left) / BetweenColumns)), least: 1);
        X = new(start, end, Left + Inset, width - Inset - 2);
    }

    public int Width { get; }

    public int Height { get; }

    public double Left { get; }

    public double Right => Width - 2;

    public double Bottom { get; }

    /// <summary>The upper edge; above it several stages are named.</summary>
    public double Top { get; }

    public Scale X { get; }

    public Scale Y { get; }

    /// <summary>The ticks along the bottom.</summary>
    public Ticks Columns { get; }

    /// <summary>The ticks up the side.</summary>
    public Ticks Rows { get; }

    /// <summary>As much of a text as there is room for; nothing where that is too little to be read.</summary>
    public static string Fit(string text, double room)
    {
        var letters = (int)(room / LetterWidth);
        return text.Length <= letters ? text : letters > 3 ? $"{text[..(letters - 1)]}…" : "";
    }

    // Shares are seen against the whole.
    private static IEnumerable<double> Heights(Chart chart) =>
    [
        .. chart.Unit == ValueUnit.Share ? [1.0] : Array.Empty<double>(),
        .. chart.Series.Concat(chart.Behind).SelectMany(series => series.Points).Select(point => point.Y),
        .. chart.References.Select(reference => reference.Value),
    ];
}
