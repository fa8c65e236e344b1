namespace Lab.Experiments;

/// <summary>What curves are read against: grid, ticks, stages.</summary>
internal static class ChartFrame
{
    public static Html Draw(Chart chart, PlotArea area) => Html.Of($"""
        <g class="frame">{chart.Stages.Index().Select(stage => DrawStage(chart, stage.Index, stage.Item, area))}
        {area.Rows.Values.Select(row => DrawRow(chart, row, area))}
        <path class="zero" d="M{area.Left} {area.Bottom}H{area.Right}"/>
        {area.Columns.Values.Select(column => DrawColumn(column, area))}
        <text class="axis" x="{(area.Left + area.Right) / 2}" y="{area.Height - 4}" text-anchor="middle">{chart.Axis}</text></g>
        """);

    // One stage fills the axis and is named under it; of several, each is named above its part, every second one shaded.
    private static Html DrawStage(Chart chart, int index, Stretch stage, PlotArea area)
    {
        if (chart.Stages.Count == 1)
        {
            return Html.None;
        }

        var start = index == 0 ? area.Left : area.X.At(stage.Start);
        var end = index == chart.Stages.Count - 1 ? area.Right : area.X.At(stage.End);
        return Html.Of($"""
            <rect class="{(index % 2 == 0 ? "even" : "odd")}" x="{start}" y="{area.Top}" width="{end - start}" height="{area.Bottom - area.Top}"><title>{stage.Stage}</title></rect>
            <path class="boundary" d="M{start} {area.Top - 14}V{area.Bottom}"/>
            <text class="stage" x="{start + 6}" y="{area.Top - 6}">{PlotArea.Fit(stage.Stage, end - start - 8)}</text>
            """);
    }

    private static Html DrawRow(Chart chart, double value, PlotArea area)
    {
        var y = area.Y.At(value);
        return Html.Of($"""
            <path class="{(value == 0 ? "zero" : "row")}" d="M{area.Left} {y}H{area.Right}"/><text x="{area.Left - 8}" y="{y + 4}" text-anchor="end">{area.Rows.Label(value, chart.Unit)}</text>
            """);
    }

    private static Html DrawColumn(double value, PlotArea area)
    {
        var x = area.X.At(value);
        return Html.Of($"""
            <path class="tick" d="M{x} {area.Bottom}v4"/><text x="{x}" y="{area.Bottom + 17}" text-anchor="middle">{area.Columns.Label(value, ValueUnit.Number)}</text>
            """);
    }
}
