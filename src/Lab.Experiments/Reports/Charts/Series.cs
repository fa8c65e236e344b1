namespace Lab.Experiments;

/// <summary>A measured number at a place on the horizontal axis.</summary>
/// <param name="X">The place.</param>
/// <param name="Y">The number.</param>
/// <param name="Interval">Its interval of confidence, where one is known.</param>
internal readonly record struct PlotPoint(double X, double Y, (double Low, double High)? Interval = null)
{
    /// <summary>The points of both in order. Where two stand at one place, the one of those laid over counts.</summary>
    public static PlotPoint[] Overlay(IEnumerable<PlotPoint> points, IEnumerable<PlotPoint> over) =>
        [.. points.Concat(over).GroupBy(point => point.X).Select(same => same.Last()).OrderBy(point => point.X)];
}

/// <summary>How a series is drawn.</summary>
internal enum SeriesStyle
{
    /// <summary>Many measurements: a line through them.</summary>
    Line,

    /// <summary>As a line, behind the others and thinner: there for comparison.</summary>
    Quiet,

    /// <summary>Few and careful ones: a line with a mark, and its interval, at each.</summary>
    Marked,
}

/// <summary>Numbers that belong together, in the order of their places. All are finite and of a size that can be drawn.</summary>
internal sealed class Series(string name, IEnumerable<PlotPoint> points, SeriesStyle style = SeriesStyle.Line)
{
    // Larger ones leave no room to calculate in; no metric is as large.
    private const double Largest = 1e100;

    public string Name { get; } = name;

    public SeriesStyle Style { get; } = style;

    public IReadOnlyList<PlotPoint> Points { get; } =
        Thinning.Thin([.. points.Where(point => IsDrawable(point.X) && IsDrawable(point.Y)).OrderBy(point => point.X)], style);

    private static bool IsDrawable(double value) => Math.Abs(value) <= Largest;
}
