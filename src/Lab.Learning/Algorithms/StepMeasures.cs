namespace Lab.Learning;

/// <summary>What one minibatch's objective measured: means over its said tokens, unless said otherwise. 0 or null where it does not apply.</summary>
public sealed record StepMeasures
{
    public double Loss { get; init; }

    public double Policy { get; init; }

    public double Value { get; init; }

    /// <summary>In nats.</summary>
    public double Entropy { get; init; }

    /// <summary>Estimates k1, k2 and k3 of the divergence from the reference policy, in nats.</summary>
    public (double K1, double K2, double K3)? Kl { get; init; }

    /// <summary>k3 of the divergence from the policy before the iteration's first step, in nats.</summary>
    public double UpdateKl { get; init; }

    /// <summary>Share of the tokens whose ratio was clipped from below.</summary>
    public double ClipLow { get; init; }

    /// <summary>Share of the tokens whose ratio was clipped from above.</summary>
    public double ClipHigh { get; init; }

    /// <summary>The smallest ratio.</summary>
    public double RatioLeast { get; init; } = 1;

    /// <summary>The greatest ratio.</summary>
    public double RatioMost { get; init; } = 1;

    /// <summary>Mean squared difference of values and returns.</summary>
    public double ValueError { get; init; }
}
