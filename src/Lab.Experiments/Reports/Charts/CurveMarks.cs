namespace Lab.Experiments;

/// <summary>The curves themselves.</summary>
internal static class CurveMarks
{
    /// <summary>Colours, dashes and marks there are; after that they repeat.</summary>
    private const int Styles = 12;

    // Intervals at one place stand beside each other, not upon each other.
    private const double Apart = 5;

    private const double Radius = 4;

    public static Html Draw(Chart chart, PlotArea area)
    {
        var marked = chart.Series.Where(series => series.Style == SeriesStyle.Marked).ToList();

        // The first series lies on top.
        return Html.Of($"{chart.Behind.Select(series => Draw(series, 0, 0, area))}{chart.Series.Index().Reverse().Select(series => Draw(series.Item, series.Index, Shift(marked, series.Item), area))}");
    }

    /// <summary>What the style sheet knows a series by.</summary>
    public static string Class(Series series, int index) => series.Style == SeriesStyle.Quiet ? "quiet" : $"s{Figures.Plain(index % Styles)}";

    /// <summary>The mark of a series, around a place.</summary>
    public static Html Mark(int index, double x, double y) => (index % 4) switch
    {
        0 => Html.Of($"""<circle class="mark" cx="{x}" cy="{y}" r="{Radius}"/>"""),
        1 => Html.Of($"""<path class="mark" d="M{x - 3.6} {y - 3.6}h7.2v7.2h-7.2z"/>"""),
        2 => Html.Of($"""<path class="mark" d="M{x} {y - 5}l5 5l-5 5l-5 -5z"/>"""),
        _ => Html.Of($"""<path class="mark" d="M{x} {y - 4.6}l4.6 8h-9.2z"/>"""),
    };

    private static double Shift(List<Series> marked, Series series) =>
        series.Style == SeriesStyle.Marked ? (marked.IndexOf(series) - ((marked.Count - 1) / 2.0)) * Apart : 0;

    private static Html Draw(Series series, int index, double shift, PlotArea area)
    {
        var line = string.Join('L', series.Points.Select(point => $"{Figures.Coordinate(area.X.At(point.X) + shift)} {Figures.Coordinate(area.Y.At(point.Y))}"));

        // A line of one point would not be seen.
        var marks = series.Style == SeriesStyle.Marked || series.Points.Count == 1 ? series.Points : [];
        return Html.Of($"""
            <g class="{Class(series, index)}"><path class="line" d="M{line}"/>{marks.Select(point => Draw(point, index, area.X.At(point.X) + shift, area))}</g>
            """);
    }

    private static Html Draw(PlotPoint point, int index, double x, PlotArea area)
    {
        var interval = point.Interval is var (low, high) ? Html.Of($"""<path class="interval" d="M{x} {area.Y.At(low)}V{area.Y.At(high)}"/>""") : Html.None;
        return Html.Of($"{interval}{Mark(index, x, area.Y.At(point.Y))}");
    }
}
