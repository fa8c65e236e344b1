namespace Lab.Experiments;

/// <summary>The chart that matters: what the environment's verifier says, while the policy learns.</summary>
internal static class AccuracyChart
{
    /// <summary>The chart, or null where there are no curves for it.</summary>
    /// <param name="playing">The stages in which the policy plays.</param>
    /// <param name="experiment">Says how many problems were asked during stages.</param>
    /// <param name="report">Has the evaluations after stages.</param>
    public static Chart? Make(Timeline playing, Experiment experiment, RunReport report)
    {
        if (playing.Stages.Count == 0)
        {
            return null;
        }

        Series[] series =
        [
            .. Enum.GetValues<Sampling>().Select(sampling => new Series(
                $"{(report.IsGame ? "against uniform play" : "held-out problems")}, {sampling.Name()}",
                HeldOut(sampling, playing, experiment, report),
                SeriesStyle.Marked)),
            new(report.IsGame ? "while it learns, sampled" : "training problems, sampled", playing.Points(MetricNames.Accuracy), SeriesStyle.Quiet),
        ];
        return new()
        {
            Title = report.IsGame ? "Matches won" : "Accuracy",
            Caption = report.IsGame ? "share of matches won; bars are 95 % intervals" : "share of episodes that the environment's verifier calls right; bars are 95 % intervals",
            Unit = ValueUnit.Share,
            Series = [.. series.Where(curve => curve.Points.Count > 0)],
            References = !report.IsGame && report.Demonstrations is { } shown ? [new("demonstrators", shown.Accuracy)] : [],
            Stages = playing.Stages,
        };
    }

    private static PlotPoint[] HeldOut(Sampling sampling, Timeline playing, Experiment experiment, RunReport report)
    {
        var during = playing.Points(MetricNames.Evaluation(sampling)).Where(point => point.Y is >= 0 and <= 1).Select(point =>
        {
            var count = experiment.Evaluation.EveryProblems;
            var share = new Proportion((int)Math.Round(point.Y * count), count);
            return point with { Interval = (share.Low, share.High) };
        });

        // Those after stages ask more problems: where both stand, they count.
        var after = EvaluationPlaces.Of(playing, experiment, report)
            .Where(entry => entry.Result.Sampling == sampling)
            .Select(entry => new PlotPoint(entry.Place, entry.Result.Accuracy, (entry.Result.Low, entry.Result.High)));
        return PlotPoint.Overlay(during, after);
    }
}
