namespace Lab.Experiments;

/// <summary>
/// report.html: what a run came to, for people. One file that needs nothing else: no script, no font, no picture from
/// elsewhere. It is written about a damaged run too, and says what was missing.
/// </summary>
public static class ReportPage
{
    /// <summary>The page.</summary>
    /// <param name="folder">Has the metrics and the episodes.</param>
    /// <param name="experiment">What was run, resolved.</param>
    /// <param name="report">What came of it.</param>
    public static string Render(RunFolder folder, Experiment experiment, RunReport report)
    {
        var metrics = JsonLines.Read(folder.Metrics, "metrics.jsonl", MetricsLine.Parse);
        var file = ResolvedFile.Read(folder);
        List<string> faults = [.. new[] { metrics.Fault, file.Fault }.OfType<string>()];
        var charts = new RunCharts(metrics.Items, experiment, report, ParentCurves.Read(folder, faults));
        var episodes = EpisodesSection.Render(folder, report, faults);
        return Page.Of(report.Experiment, Html.Of($"""
            {HeadlineSection.Render(experiment, report, faults)}
            {AdviceSection.Render(report)}
            {(charts.Main is { } main ? ChartFigure.Wide(main) : Html.None)}
            {EvaluationSection.Render(report, metrics.Items.Sum(line => line.Values.GetValueOrDefault(MetricNames.TooLong)))}
            {GameSection.Render(report)}
            {RenderOthers([.. charts.Others], [.. charts.Details])}
            {episodes}
            {SettingSection.Render(experiment, report, file, Lineage.Read(folder))}
            """));
    }

    private static Html RenderOthers(IReadOnlyCollection<Chart> charts, IReadOnlyCollection<Chart> details) => charts.Count == 0 ? Html.None : Html.Of($"""
        <section><h2>While it learned</h2><div class="figures">{charts.Select(ChartFigure.Small)}</div>
        {(details.Count == 0 ? Html.None : Html.Of($"<details class=\"more\"><summary>More curves: {Titles(details)}</summary><div class=\"figures\">{details.Select(ChartFigure.Small)}</div></details>"))}</section>
        """);

    private static string Titles(IReadOnlyCollection<Chart> charts) => string.Join(", ", charts.Select(chart => chart.Title.ToLowerInvariant()));
}
