namespace Lab.Experiments;

/// <summary>The curves of one variant.</summary>
/// <param name="Label">The variant's.</param>
/// <param name="Curves">A curve for each way of sampling; empty where nothing was evaluated.</param>
internal sealed record VariantCurves(string Label, IReadOnlyDictionary<Sampling, IReadOnlyList<PlotPoint>> Curves)
{
    /// <summary>The variants of a comparison, in the file's order, as far as their runs have come.</summary>
    public static IEnumerable<VariantCurves> Read(ComparisonFolder folder, ComparisonReport report)
    {
        var runs = folder.Runs.Zip(report.Runs, (run, compared) => (
            run.Label,
            run.Experiment,
            compared.Report,
            Metrics: JsonLines.Read(Path.Combine(folder.In(run.Folder), "metrics.jsonl"), "metrics.jsonl", MetricsLine.Parse).Items));
        foreach (var variant in runs.GroupBy(run => run.Label))
        {
            // A curve that stops half way would pull the mean's end to where it stopped.
            var finished = variant.Where(run => run.Report?.Status == RunStatus.Finished).ToArray();
            var shown = finished.Length > 0 ? finished : [.. variant];
            yield return new(variant.Key, Enum.GetValues<Sampling>().ToDictionary(
                sampling => sampling,
                sampling => HeldOutCurve.Mean([.. shown.Select(run => HeldOutCurve.Of(run.Metrics, run.Experiment.Evaluation.EveryProblems, run.Report, sampling))])));
        }
    }
}
