namespace Lab.Experiments;

/// <summary>A run's held-out accuracy against the said tokens that it had sampled by then.</summary>
internal static class HeldOutCurve
{
    /// <summary>The curve's points, as far as the run has come; with Wilson intervals.</summary>
    /// <param name="metrics">The run's, in the order of its file.</param>
    /// <param name="problems">How many problems evaluations during a stage ask.</param>
    /// <param name="report">Has the evaluations after stages; null where the run has not ended.</param>
    /// <param name="sampling">How answers are chosen.</param>
    public static IReadOnlyList<PlotPoint> Of(IEnumerable<MetricsLine> metrics, int problems, RunReport? report, Sampling sampling)
    {
        var timeline = new Timeline(metrics);
        var spent = Spent(timeline);
        var during = timeline.Points(MetricNames.Evaluation(sampling)).Where(point => point.Y is >= 0 and <= 1).Select(point =>
        {
            var share = new Proportion((int)Math.Round(point.Y * problems), problems);
            return new PlotPoint(spent[point.X], point.Y, (share.Low, share.High));
        });

        // Those after stages ask more problems: where both stand, they count.
        var after = from result in report?.Evaluation ?? []
                    where result.Sampling == sampling
                    join stage in timeline.Stages on EvaluatedStages.Of(result) equals stage.Stage
                    select new PlotPoint(spent[stage.End], result.Accuracy, (result.Low, result.High));
        return PlotPoint.Overlay(during, after);
    }

    /// <summary>
    /// A variant's curve: its only run's or, of several seeds, their means place by place, with the least and the greatest as
    /// interval. Their first evaluations are averaged, their second ones and so on, and in the end their last.
    /// </summary>
    public static IReadOnlyList<PlotPoint> Mean(IReadOnlyList<IReadOnlyList<PlotPoint>> seeds)
    {
        IReadOnlyList<PlotPoint>[] some = [.. seeds.Where(points => points.Count > 0)];
        return some switch
        {
            [] => [],
            [var only] => only,
            _ => [.. Enumerable.Range(0, some.Min(points => points.Count) - 1).Select(index => Join(some, index)), Join(some, ^1)],
        };
    }

    private static PlotPoint Join(IReadOnlyList<PlotPoint>[] seeds, Index index)
    {
        PlotPoint[] points = [.. seeds.Select(points => points[index.GetOffset(points.Count)])];
        return new(points.Average(point => point.X), points.Average(point => point.Y), (points.Min(point => point.Y), points.Max(point => point.Y)));
    }

    // By place on the timeline; demonstrations are not sampled.
    private static Dictionary<double, double> Spent(Timeline timeline)
    {
        var spent = new Dictionary<double, double> { [0] = 0 };
        var total = 0.0;
        foreach (var (place, tokens, _) in timeline.Points(MetricNames.SampledTokens))
        {
            spent[place] = total += tokens;
        }

        return spent;
    }
}
