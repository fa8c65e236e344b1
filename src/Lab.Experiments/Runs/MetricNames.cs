using System.Globalization;

namespace Lab.Experiments;

/// <summary>The names of all metrics, as they stand in metrics.jsonl and in telemetry, with their units.</summary>
public static class MetricNames
{
    /// <summary>Wall time of the iteration.</summary>
    public const string Seconds = "seconds";

    public const string Episodes = "episodes";

    /// <summary>Mean weighted sum of the reward functions.</summary>
    public const string RewardTotal = "reward.total";

    /// <summary>Mean score of one reward function: <c>reward.</c> and its kind.</summary>
    public const string RewardPrefix = "reward.";

    /// <summary>Share of episodes that the environment calls correct.</summary>
    public const string Accuracy = "verifier.accuracy";

    /// <summary>Share of episodes that the lab could not decide or score.</summary>
    public const string Undecided = "verifier.undecided";

    /// <summary>Demonstrations left out because they do not fit into the policy's context; missing where all fit.</summary>
    public const string TooLong = "demonstrations.too_long";

    /// <summary>Share of episodes that ended so: <c>stop.</c> and the reason.</summary>
    public const string StopPrefix = "stop.";

    /// <summary>Loss minimised, mean over said tokens.</summary>
    public const string Loss = "loss.total";

    public const string PolicyLoss = "loss.policy";

    public const string ValueLoss = "loss.value";

    /// <summary>Nats per said token.</summary>
    public const string Entropy = "policy.entropy";

    /// <summary>k3 from the policy that the stage began with, nats per said token.</summary>
    public const string Kl = "policy.kl";

    /// <summary>k1 from the reference policy, nats per said token.</summary>
    public const string KlK1 = "policy.kl_k1";

    /// <summary>k2 from the reference policy, nats per said token.</summary>
    public const string KlK2 = "policy.kl_k2";

    /// <summary>k3 from the policy that sampled to the one after the last step, nats per said token.</summary>
    public const string UpdateKl = "policy.update_kl";

    /// <summary>What the divergence from the reference weighs now.</summary>
    public const string KlCoefficient = "policy.kl_coefficient";

    /// <summary>Share of said tokens whose ratio was clipped.</summary>
    public const string ClipFraction = "policy.clip_fraction";

    /// <summary>Share of said tokens whose ratio was clipped from below.</summary>
    public const string ClipFractionLow = "policy.clip_fraction_low";

    /// <summary>Share of said tokens whose ratio was clipped from above.</summary>
    public const string ClipFractionHigh = "policy.clip_fraction_high";

    /// <summary>The smallest probability ratio of an iteration.</summary>
    public const string RatioLeast = "policy.ratio_min";

    /// <summary>The greatest probability ratio of an iteration.</summary>
    public const string RatioMost = "policy.ratio_max";

    /// <summary>Mean absolute difference of the sampler's and the trainer's log-probabilities, nats.</summary>
    public const string SamplerDifference = "policy.sampler_difference";

    /// <summary>Greatest absolute difference of the sampler's and the trainer's log-probabilities, nats.</summary>
    public const string SamplerDifferenceMost = "policy.sampler_difference_max";

    /// <summary>Optimizer steps that were skipped for a number that is not finite.</summary>
    public const string SkippedSteps = "updates.skipped";

    /// <summary>Optimizer steps that were left out because the policy had moved far enough.</summary>
    public const string CutSteps = "updates.cut";

    /// <summary>Share of the groups in which all episodes scored alike: there is nothing to compare.</summary>
    public const string GroupsAlike = "groups.alike";

    /// <summary>Groups collected and left out.</summary>
    public const string GroupsDropped = "groups.dropped";

    /// <summary>Mean squared error of the values.</summary>
    public const string ValueError = "value.error";

    /// <summary>Mean Euclidean norm before clipping.</summary>
    public const string GradientNorm = "gradient.norm";

    /// <summary>Share of the returns' variance that the values explain.</summary>
    public const string ExplainedVariance = "value.explained_variance";

    public const string StepSize = "step_size";

    /// <summary>Said tokens sampled.</summary>
    public const string SampledTokens = "tokens.sampled";

    /// <summary>Said tokens learned from.</summary>
    public const string TrainedTokens = "tokens.trained";

    /// <summary>Said tokens.</summary>
    public const string TokensPerEpisode = "tokens.per_episode";

    /// <summary>Said tokens, sampled and learned from, per second of wall time.</summary>
    public const string TokensPerSecond = "tokens.per_second";

    /// <summary>Share of the minibatches' places that held no token.</summary>
    public const string Padding = "tokens.padding";

    public const string CallsPerEpisode = "tools.calls_per_episode";

    /// <summary>Orders to the sandbox that its clock ended, and no count; where there were none it is left out.</summary>
    public const string Tripped = "sandbox.tripped";

    /// <summary>Said tokens sampled per second of collecting.</summary>
    public const string RolloutTokensPerSecond = "tokens.per_second_rollout";

    /// <summary>Said tokens learned from per second of learning.</summary>
    public const string TrainTokensPerSecond = "tokens.per_second_train";

    /// <summary>Share of the iteration's time in which torch had no work: everything else was waited for.</summary>
    public const string OutsideShare = "time.outside";

    /// <summary>Share of the iteration's time in which episodes were collected.</summary>
    public const string RolloutShare = "time.rollout";

    /// <summary>
    /// Of the matches of a game that are learned from, for each seat from 1: <c>payoff</c>, and the shares <c>won</c>, <c>drawn</c>,
    /// <c>lost</c> by legal play and <c>illegal</c>; <c>turns</c> is how often it moved;
    /// <c>entropy</c> is estimated by the mean of -log p of its sampled tokens, nats per said token.
    /// </summary>
    public static string Seat(int seat, string what) => string.Create(CultureInfo.InvariantCulture, $"seat.{seat + 1}.{what}");

    /// <summary>Numbers of a game's exam.</summary>
    public const string GamePrefix = "game.";

    /// <summary>Share of optimal moves over all positions: <c>game.optimal.</c> and how moves were chosen.</summary>
    public static string GameOptimal(Sampling sampling) => $"{GamePrefix}optimal.{sampling.Name()}";

    /// <summary>What best responses gain against the policy, over both seats.</summary>
    public const string NashConv = "game.nash_conv";

    /// <summary>Share of held-out problems solved during a stage: <c>evaluation.</c>, how answers were chosen, <c>.accuracy</c>.</summary>
    public static string Evaluation(Sampling sampling) => $"evaluation.{sampling.Name()}.accuracy";
}
