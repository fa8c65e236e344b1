using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>What an expert looks at when the charts above raise a question. A chart whose metrics are missing is left out.</summary>
/// <param name="playing">The stages in which the policy plays.</param>
internal sealed class DetailCharts(Timeline playing)
{
    public IEnumerable<Chart> All => new[]
    {
        Chart("Clipped tokens", "share of tokens whose ratio was clipped", ValueUnit.Share, Clipped),
        Chart("Probability ratio", "the extremes of an iteration, on new to old probabilities", ValueUnit.Number, [("greatest", MetricNames.RatioMost), ("least", MetricNames.RatioLeast)]),
        Chart("Divergence at once", "of an iteration: KL from the policy that sampled to the one after the last step, nats per token", ValueUnit.Number, [("", MetricNames.UpdateKl)]),
        Chart("Gradient norm", "mean of the updates, before clipping", ValueUnit.Number, [("", MetricNames.GradientNorm)]),
        Chart("Explained variance", "of the returns, by the value head; 1 is all", ValueUnit.Number, [("", MetricNames.ExplainedVariance)]),
        Chart("Value error", "mean square", ValueUnit.Number, [("", MetricNames.ValueError)]),
        Chart("Sampler and trainer", "absolute difference of their log-probabilities, nats", ValueUnit.Number, [("greatest", MetricNames.SamplerDifferenceMost), ("mean", MetricNames.SamplerDifference)]),
        Chart("Groups alike", "share of groups in which all episodes scored the same", ValueUnit.Share, [("", MetricNames.GroupsAlike)]),
        Chart("Stop reasons", "share of episodes that did not end with an answer", ValueUnit.Share, Unanswered),
        Chart("Speed", "tokens per second", ValueUnit.Number, [("sampling", MetricNames.RolloutTokensPerSecond), ("learning", MetricNames.TrainTokensPerSecond), ("all in all", MetricNames.TokensPerSecond)]),
        Chart("Time", "shares of an iteration", ValueUnit.Share, [("collecting", MetricNames.RolloutShare), ("outside model arithmetic", MetricNames.OutsideShare)]),
    }.Where(chart => chart.Series.Count > 0);

    // Low and high where they are told apart, else both together.
    private (string, string)[] Clipped => playing.Metrics.Contains(MetricNames.ClipFractionLow)
        ? [("from below", MetricNames.ClipFractionLow), ("from above", MetricNames.ClipFractionHigh)]
        : [("", MetricNames.ClipFraction)];

    // Reasons that never occurred say nothing.
    private (string, string)[] Unanswered =>
    [
        .. Enum.GetValues<StopReason>()
            .Where(reason => reason != StopReason.Answered)
            .Select(reason => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()))
            .Select(reason => (reason.Replace('_', ' '), MetricNames.StopPrefix + reason))
            .Where(series => playing.Points(series.Item2).Any(point => point.Y > 0)),
    ];

    private Chart Chart(string title, string caption, ValueUnit unit, (string Name, string Metric)[] curves)
    {
        Series[] series = [.. curves.Select(curve => new Series(curve.Name.Length > 0 ? curve.Name : title, playing.Points(curve.Metric))).Where(curve => curve.Points.Count > 0)];
        return new()
        {
            Title = title,

            // One curve has no legend: what it is stands with the rest.
            Caption = series is [var only] && only.Name != title ? $"{only.Name}, {caption}" : caption,
            Unit = unit,
            Series = series,
            Stages = playing.Stages,
        };
    }
}
