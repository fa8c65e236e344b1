using System.Text.Json;
using Lab.Core;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>Derives an iteration's metrics from its episodes and its updates.</summary>
public static class IterationMetrics
{
    /// <summary>Name and number, in a fixed order.</summary>
    /// <param name="groups">The iteration's episodes.</param>
    /// <param name="update">What learning did.</param>
    /// <param name="rollout">Wall time of collecting.</param>
    /// <param name="total">Wall time of the iteration.</param>
    /// <param name="evaluations">Evaluations after it.</param>
    public static OrderedDictionary<string, double> Of(
        IReadOnlyList<Group> groups, UpdateReport update, TimeSpan rollout, TimeSpan total, IEnumerable<EvaluationResult> evaluations)
    {
        var episodes = groups.SelectMany(group => group.Episodes).ToArray();
        var sampled = episodes.Sum(episode => (long)episode.SaidTokens);
        var metrics = new OrderedDictionary<string, double>
        {
            [MetricNames.Seconds] = total.TotalSeconds,
            [MetricNames.Episodes] = episodes.Length,
        };
        AddOutcomes(metrics, episodes);
        AddUpdate(metrics, update);
        metrics[MetricNames.SampledTokens] = sampled;
        metrics[MetricNames.TrainedTokens] = update.Tokens;
        metrics[MetricNames.TokensPerEpisode] = (sampled > 0 ? sampled : update.Tokens) / (double)episodes.Length;
        metrics[MetricNames.TokensPerSecond] = (sampled + update.Tokens) / Math.Max(total.TotalSeconds, 1e-9);
        metrics[MetricNames.Padding] = update.Padding;
        metrics[MetricNames.CallsPerEpisode] = episodes.Average(episode => episode.Calls);
        metrics[MetricNames.RolloutShare] = rollout / total;
        foreach (var evaluation in evaluations)
        {
            metrics[MetricNames.Evaluation(evaluation.Sampling)] = evaluation.Accuracy;
        }

        return metrics;
    }

    private static void AddOutcomes(OrderedDictionary<string, double> metrics, Episode[] episodes)
    {
        var scored = episodes.Where(episode => episode.Scores.Count > 0).ToArray();
        if (scored.Length > 0)
        {
            metrics[MetricNames.RewardTotal] = scored.Average(episode => episode.TotalScore);
            foreach (var scores in scored.SelectMany(episode => episode.Scores).GroupBy(score => score.Reward))
            {
                metrics[MetricNames.RewardPrefix + scores.Key] = scores.Average(score => score.Value);
            }
        }

        metrics[MetricNames.Accuracy] = episodes.Average(episode => episode.Verdict!.IsCorrect ? 1.0 : 0.0);
        metrics[MetricNames.Undecided] = episodes.Average(episode => episode.Unscored is not null || episode.Verdict!.Outcome == Outcome.Undecided ? 1.0 : 0.0);
        foreach (var reason in Enum.GetValues<StopReason>())
        {
            metrics[MetricNames.StopPrefix + JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString())] =
                episodes.Average(episode => episode.StopReason == reason ? 1.0 : 0.0);
        }
    }

    private static void AddUpdate(OrderedDictionary<string, double> metrics, UpdateReport update)
    {
        metrics[MetricNames.Loss] = update.Loss;
        metrics[MetricNames.PolicyLoss] = update.PolicyLoss;
        metrics[MetricNames.ValueLoss] = update.ValueLoss;
        metrics[MetricNames.Entropy] = update.Entropy;
        if (update.Kl is { } kl)
        {
            metrics[MetricNames.Kl] = kl;
        }

        metrics[MetricNames.ClipFraction] = update.ClipFraction;
        metrics[MetricNames.SamplerDifference] = update.SamplerDifference;
        metrics[MetricNames.GradientNorm] = update.GradientNorm;
        metrics[MetricNames.ExplainedVariance] = update.ExplainedVariance;
        metrics[MetricNames.StepSize] = update.StepSize;
    }
}
