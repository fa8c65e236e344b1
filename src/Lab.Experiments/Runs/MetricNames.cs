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

    /// <summary>Share of said tokens.</summary>
    public const string ClipFraction = "policy.clip_fraction";

    /// <summary>Mean absolute difference of the sampler's and the trainer's log-probabilities, nats.</summary>
    public const string SamplerDifference = "policy.sampler_difference";

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

    /// <summary>Share of the iteration's time in which episodes were collected.</summary>
    public const string RolloutShare = "time.rollout";

    /// <summary>Share of held-out problems solved during a stage: <c>evaluation.</c>, how answers were chosen, <c>.accuracy</c>.</summary>
    public static string Evaluation(Sampling sampling) => sampling == Sampling.Greedy ? "evaluation.greedy.accuracy" : "evaluation.sampled.accuracy";
}
