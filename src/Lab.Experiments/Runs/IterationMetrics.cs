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
    /// <param name="times">Where its wall time went.</param>
    /// <param name="rule">Which groups were learned from; null for all.</param>
    /// <param name="evaluations">Evaluations after it.</param>
    public static OrderedDictionary<string, double> Of(
        IReadOnlyList<Group> groups, UpdateReport update, IterationTimes times, IBatchRule? rule, IEnumerable<EvaluationResult> evaluations)
    {
        var episodes = groups.SelectMany(group => group.Episodes).ToArray();
        var sampled = episodes.Sum(episode => (long)episode.SaidTokens);
        var metrics = new OrderedDictionary<string, double>
        {
            [MetricNames.Seconds] = times.Total.TotalSeconds,
            [MetricNames.Episodes] = episodes.Length,
        };
        AddOutcomes(metrics, episodes);
        AddGroups(metrics, groups, rule);
        AddUpdate(metrics, update);
        metrics[MetricNames.SampledTokens] = sampled;
        metrics[MetricNames.TrainedTokens] = update.Tokens;
        metrics[MetricNames.TokensPerEpisode] = (sampled > 0 ? sampled : update.Tokens) / (double)episodes.Length;
        metrics[MetricNames.TokensPerSecond] = (sampled + update.Tokens) / Seconds(times.Total);
        metrics[MetricNames.RolloutTokensPerSecond] = sampled / Seconds(times.Collecting);
        metrics[MetricNames.TrainTokensPerSecond] = update.Tokens / Seconds(times.Total - times.Collecting);
        metrics[MetricNames.Padding] = update.Padding;
        metrics[MetricNames.CallsPerEpisode] = episodes.Average(episode => episode.Calls);
        metrics[MetricNames.RolloutShare] = times.Collecting / times.Total;
        metrics[MetricNames.OutsideShare] = 1 - (times.Torch / times.Total);
        foreach (var evaluation in evaluations)
        {
            metrics[MetricNames.Evaluation(evaluation.Sampling)] = evaluation.Accuracy;
            foreach (var (name, value) in evaluation.Game?.Metrics(evaluation.Sampling) ?? [])
            {
                metrics[name] = value;
            }
        }

        return metrics;
    }

    private static void AddOutcomes(OrderedDictionary<string, double> metrics, Episode[] episodes)
    {
        // An episode that another seat's fault ended has no reward of its own.
        var scored = episodes.Where(episode => episode.Scores.Count > 0 && episode.StopReason != StopReason.EndedByOther).ToArray();
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
        AddSeats(metrics, episodes);
        foreach (var reason in Enum.GetValues<StopReason>())
        {
            metrics[MetricNames.StopPrefix + JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString())] =
                episodes.Average(episode => episode.StopReason == reason ? 1.0 : 0.0);
        }
    }

    private static void AddSeats(OrderedDictionary<string, double> metrics, Episode[] episodes)
    {
        var played = episodes.Where(episode => episode.Verdict!.Fact(GameTable.Payoff) is not null);
        foreach (var seat in played.GroupBy(episode => episode.Seat).OrderBy(seat => seat.Key))
        {
            metrics[MetricNames.Seat(seat.Key, "payoff")] = seat.Average(episode => episode.Verdict!.Fact(GameTable.Payoff)!.Value);
            metrics[MetricNames.Seat(seat.Key, "won")] = Share(episode => episode.Verdict!.Fact(GameTable.Result) == 1);
            metrics[MetricNames.Seat(seat.Key, "drawn")] = Share(episode => episode.Verdict!.Fact(GameTable.Result) == 0);
            metrics[MetricNames.Seat(seat.Key, "lost")] = Share(episode => episode.Verdict!.Fact(GameTable.Result) == -1 && episode.Verdict.Fact(GameTable.Illegal) == 0);
            metrics[MetricNames.Seat(seat.Key, "illegal")] = Share(episode => episode.Verdict!.Fact(GameTable.Illegal) == 1);
            metrics[MetricNames.Seat(seat.Key, "turns")] = seat.Average(episode => episode.Transcript.Count(segment => segment.Role == Role.Said));
            float[] said = [.. seat.SelectMany(episode => episode.Transcript).SelectMany(segment => segment.Said?.LogProbabilities ?? [])];
            if (said.Length > 0)
            {
                metrics[MetricNames.Seat(seat.Key, "entropy")] = said.Average(probability => 0.0 - probability);
            }

            double Share(Func<Episode, bool> holds) => seat.Average(episode => holds(episode) ? 1.0 : 0.0);
        }
    }

    private static double Seconds(TimeSpan time) => Math.Max(time.TotalSeconds, 1e-9);

    private static void AddGroups(OrderedDictionary<string, double> metrics, IReadOnlyList<Group> groups, IBatchRule? rule)
    {
        if (rule is null)
        {
            return;
        }

        metrics[MetricNames.GroupsDropped] = groups.Count(group => !rule.Keeps(group));
        var comparable = groups.Where(group => group.Episodes.Count > 1).ToArray();
        if (comparable.Length > 0)
        {
            metrics[MetricNames.GroupsAlike] = comparable.Average(group => group.IsAlike ? 1.0 : 0.0);
        }
    }

    private static void AddUpdate(OrderedDictionary<string, double> metrics, UpdateReport update)
    {
        metrics[MetricNames.StepSize] = update.StepSize;
        metrics[MetricNames.SkippedSteps] = update.Skipped;
        if (update.Steps == 0)
        {
            // Nothing was learned, so nothing was measured.
            return;
        }

        metrics[MetricNames.Loss] = update.Loss;
        metrics[MetricNames.PolicyLoss] = update.PolicyLoss;
        metrics[MetricNames.ValueLoss] = update.ValueLoss;
        metrics[MetricNames.Entropy] = update.Entropy;
        metrics[MetricNames.GradientNorm] = update.GradientNorm;
        if (update.SamplerDifference is { } difference)
        {
            metrics[MetricNames.SamplerDifference] = difference;
            metrics[MetricNames.SamplerDifferenceMost] = update.SamplerDifferenceMost!.Value;
            metrics[MetricNames.UpdateKl] = update.UpdateKl;
            metrics[MetricNames.ClipFraction] = update.ClipLow + update.ClipHigh;
            metrics[MetricNames.ClipFractionLow] = update.ClipLow;
            metrics[MetricNames.ClipFractionHigh] = update.ClipHigh;
            metrics[MetricNames.RatioLeast] = update.RatioLeast;
            metrics[MetricNames.RatioMost] = update.RatioMost;
            metrics[MetricNames.ExplainedVariance] = update.ExplainedVariance;
            metrics[MetricNames.ValueError] = update.ValueError;
            metrics[MetricNames.CutSteps] = update.Cut;
        }

        if (update.Kl is { } kl)
        {
            metrics[MetricNames.Kl] = kl.K3;
            metrics[MetricNames.KlK1] = kl.K1;
            metrics[MetricNames.KlK2] = kl.K2;
        }

        // A teacher is no weight's reference, and a divergence from outside need not say its weight.
        if (update.KlCoefficient is { } coefficient)
        {
            metrics[MetricNames.KlCoefficient] = coefficient;
        }
    }
}
