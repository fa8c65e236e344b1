namespace Lab.Learning;

/// <summary>What an iteration's updates did: means over said tokens, unless said otherwise.</summary>
public sealed record UpdateReport
{
    /// <summary>What was minimised.</summary>
    public double Loss { get; init; }

    /// <summary>The policy loss; for imitation, the cross entropy in nats.</summary>
    public double PolicyLoss { get; init; }

    public double ValueLoss { get; init; }

    /// <summary>In nats.</summary>
    public double Entropy { get; init; }

    /// <summary>Estimates of the divergence from the reference policy, in nats; null without one.</summary>
    public (double K1, double K2, double K3)? Kl { get; init; }

    /// <summary>What that divergence weighed; null without one.</summary>
    public double? KlCoefficient { get; init; }

    /// <summary>k3 of the divergence of the policy before the iteration from the one at its last step, in nats.</summary>
    public double UpdateKl { get; init; }

    /// <summary>The share of tokens whose ratio was clipped from below.</summary>
    public double ClipLow { get; init; }

    /// <summary>The share of tokens whose ratio was clipped from above.</summary>
    public double ClipHigh { get; init; }

    /// <summary>The smallest probability ratio of any token.</summary>
    public double RatioLeast { get; init; } = 1;

    /// <summary>The greatest probability ratio of any token.</summary>
    public double RatioMost { get; init; } = 1;

    /// <summary>The mean absolute difference between the sampler's and the trainer's log-probabilities; null where nothing was sampled.</summary>
    public double? SamplerDifference { get; init; }

    /// <summary>The greatest such difference of any token.</summary>
    public double? SamplerDifferenceMost { get; init; }

    /// <summary>The mean of the gradients' norms before clipping.</summary>
    public double GradientNorm { get; init; }

    /// <summary>The share of the returns' variance that the values explain: 1 is all, 0 none.</summary>
    public double ExplainedVariance { get; init; }

    /// <summary>The mean squared difference of values and returns.</summary>
    public double ValueError { get; init; }

    /// <summary>The last step size.</summary>
    public double StepSize { get; init; }

    /// <summary>Said tokens learned from, passes counted.</summary>
    public long Tokens { get; init; }

    /// <summary>Optimizer steps.</summary>
    public int Steps { get; init; }

    /// <summary>Steps that were skipped because a number was not finite.</summary>
    public int Skipped { get; init; }

    /// <summary>Steps that were left out because the policy had diverged far enough.</summary>
    public int Cut { get; init; }

    /// <summary>The share of the minibatches' places that held no token.</summary>
    public double Padding { get; init; }
}
