namespace Lab.Learning;

/// <summary>What an iteration's updates did: means over said tokens.</summary>
public sealed record UpdateReport
{
    /// <summary>What was minimised.</summary>
    public double Loss { get; init; }

    /// <summary>The policy loss; for imitation, the cross entropy in nats.</summary>
    public double PolicyLoss { get; init; }

    public double ValueLoss { get; init; }

    /// <summary>In nats.</summary>
    public double Entropy { get; init; }

    /// <summary>From the policy that the stage began with, k3, in nats; null without a reference.</summary>
    public double? Kl { get; init; }

    /// <summary>The share of tokens where the ratio was clipped.</summary>
    public double ClipFraction { get; init; }

    /// <summary>The mean absolute difference between the sampler's and the trainer's log-probabilities.</summary>
    public double SamplerDifference { get; init; }

    /// <summary>The mean of the gradients' norms before clipping.</summary>
    public double GradientNorm { get; init; }

    /// <summary>The share of the returns' variance that the values explain: 1 is all, 0 none.</summary>
    public double ExplainedVariance { get; init; }

    /// <summary>The last step size.</summary>
    public double StepSize { get; init; }

    /// <summary>Said tokens learned from, passes counted.</summary>
    public long Tokens { get; init; }

    /// <summary>Optimizer steps.</summary>
    public int Steps { get; init; }

    /// <summary>The share of the minibatches' places that held no token.</summary>
    public double Padding { get; init; }
}
