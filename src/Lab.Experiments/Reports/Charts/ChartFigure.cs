namespace Lab.Experiments;

/// <summary>A chart with its caption and its legend.</summary>
internal static class ChartFigure
{
    /// <summary>A chart across the page: a drawing for each width of page, so that its letters keep their size.</summary>
    public static Html Wide(Chart chart) => Frame(chart, "figure wide", Html.Of($"""
        <div class="on-wide">{LineChart.Draw(chart, 1040, 380)}</div>
        <div class="on-middle">{LineChart.Draw(chart, 700, 340)}</div>
        <div class="on-narrow">{LineChart.Draw(chart, 360, 300)}</div>
        """));

    /// <summary>One of several charts beside each other.</summary>
    public static Html Small(Chart chart) => Frame(chart, "figure", LineChart.Draw(chart, 340, 230));

    private static Html Frame(Chart chart, string style, Html drawing) => Html.Of($"""
        <figure class="{style}">
        <figcaption><h3>{chart.Title}</h3>{(chart.Caption.Length > 0 ? Html.Of($"<p>{chart.Caption}</p>") : Html.None)}</figcaption>
        {(chart.Series.Count > 1 ? Legend(chart) : Html.None)}
        {drawing}
        </figure>
        """);

    private static Html Legend(Chart chart) => Html.Of($"""
        <ul class="legend">{chart.Series.Index().Select(series => Entry(series.Item, series.Index))}</ul>
        """);

    private static Html Entry(Series series, int index)
    {
        var mark = series.Style == SeriesStyle.Marked ? CurveMarks.Mark(index, 14, 6) : Html.None;
        return Html.Of($"""
            <li><svg class="{CurveMarks.Class(series, index)}" viewBox="0 0 28 12" aria-hidden="true"><path class="line" d="M0 6H28"/>{mark}</svg>{series.Name}</li>
            """);
    }
}
