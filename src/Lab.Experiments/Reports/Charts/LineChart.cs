namespace Lab.Experiments;

/// <summary>Draws a chart as SVG. Colours and dashes are the style sheet's, so that it is right in light, in dark and in print.</summary>
internal static class LineChart
{
    /// <summary>The drawing.</summary>
    /// <param name="chart">What to draw.</param>
    /// <param name="width">In pixels at its natural size; it scales.</param>
    /// <param name="height">In pixels.</param>
    public static Html Draw(Chart chart, int width, int height)
    {
        var area = new PlotArea(chart, width, height);
        return Html.Of($"""
            <svg class="chart" viewBox="0 0 {width} {height}" role="img" aria-label="{chart.Summary}">
            {ChartFrame.Draw(chart, area)}
            {chart.References.Select(reference => DrawReference(chart, reference, area))}
            {CurveMarks.Draw(chart, area)}
            {HoverColumns.Draw(chart, area)}
            </svg>
            """);
    }

    private static Html DrawReference(Chart chart, Reference reference, PlotArea area)
    {
        var y = area.Y.At(reference.Value);
        var (x, anchor) = IsFreeAtTheEnd(chart, reference) ? (area.Right - 6, "end") : (area.Left + 8, "start");
        return Html.Of($"""
            <g class="reference"><path d="M{area.Left} {y}H{area.Right}"/>
            <text x="{x}" y="{y - 6}" text-anchor="{anchor}">{reference.Name} {chart.Write(reference.Value)}</text></g>
            """);
    }

    /// <summary>Whether a label on the reference line meets fewer curves at the end than at the beginning.</summary>
    private static bool IsFreeAtTheEnd(Chart chart, Reference reference)
    {
        double Nearest(Index index) => chart.Series.Min(series => Math.Abs(series.Points[index].Y - reference.Value));
        return Nearest(^1) >= Nearest(0);
    }
}
