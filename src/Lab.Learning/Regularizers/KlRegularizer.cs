using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>Where a divergence counts.</summary>
public enum KlPlace
{
    /// <summary>In the loss: it has a gradient of its own.</summary>
    Loss,

    /// <summary>In the reward of each token: advantages carry it.</summary>
    Reward,
}

/// <summary>The divergence from a reference policy, with a fixed or an adaptive weight.</summary>
public sealed record KlOptions : RegularizerOptions, IValidatableObject
{
    [Description("Its weight; where it adapts, its weight at first.")]
    [Range(0.0, 100.0)]
    public double Coefficient { get; init; } = 0.001;

    [Description("How it is estimated from sampled tokens.")]
    public DivergenceEstimator Estimator { get; init; } = DivergenceEstimator.K3;

    [Description("Whether it is part of the loss or of the rewards.")]
    public KlPlace In { get; init; } = KlPlace.Loss;

    [Description("The divergence (k3, nats per token) to hold: above twice this the weight grows, below half of it it shrinks. Default: the weight is fixed.")]
    [Range(1e-6, 100.0)]
    public double? Target { get; init; }

    [Description("What the weight is multiplied with or divided by when it adapts.")]
    [Range(1.001, 10.0)]
    public double Factor { get; init; } = 1.5;

    [Description("What the reference policy is.")]
    public ReferenceRule Reference { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (In == KlPlace.Loss && Estimator == DivergenceEstimator.K1)
        {
            yield return new("k1 has no useful gradient: in a loss use k2 or k3", [nameof(Estimator)]);
        }
    }
}

/// <inheritdoc cref="KlOptions"/>
[Regularizer("kl", "Divergence from a reference policy, in the loss or in the rewards.")]
public sealed class KlRegularizer(KlOptions options) : IRegularizer, IRemembers
{
    private const string Name = "coefficient";
    private const string First = "configured";

    // An adaptive weight stays within this factor of the one configured: it can always come back.
    private const double Widest = 1000;

    /// <summary>What the divergence weighs now.</summary>
    public double Coefficient { get; private set; } = options.Coefficient;

    double? IRegularizer.Coefficient => Coefficient;

    // Without a weight that counts, or could come to count, no reference is scored.
    public ReferenceRule? Reference => options.Coefficient > 0 ? options.Reference : null;

    public void Adjust(TrainingRow row)
    {
        if (options.In != KlPlace.Reward || Reference is null)
        {
            return;
        }

        for (var token = 0; token < row.Said.Length; token++)
        {
            if (row.Said[token])
            {
                row.Rewards[token] -= (float)(Coefficient * Divergence.Estimate(row.Before[token], row.Reference[token], options.Estimator));
            }
        }
    }

    public Tensor? Loss_N(BatchTensors batch, Outputs outputs, Moment moment)
    {
        if (options.In != KlPlace.Loss || batch.Reference_N is not { } reference_N)
        {
            return null;
        }

        using var weight = Coefficient.ToScalar();
        return Divergence.Estimate(outputs.Said_N, reference_N, options.Estimator) * weight;
    }

    public void Adapt(UpdateReport report)
    {
        if (options.Target is { } target && report.Kl is { } kl)
        {
            var next = kl.K3 > 2 * target ? Coefficient * options.Factor : kl.K3 < target / 2 ? Coefficient / options.Factor : Coefficient;
            Coefficient = Math.Clamp(next, options.Coefficient / Widest, options.Coefficient * Widest);
        }
    }

    // A fixed weight is the file's to say, and so is an adaptive one that a fork begins anew.
    public IReadOnlyDictionary<string, double> Save() => options.Target is null
        ? new Dictionary<string, double>()
        : new Dictionary<string, double> { [Name] = Coefficient, [First] = options.Coefficient };

    public void Restore(IReadOnlyDictionary<string, double> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        if (options.Target is not null && numbers.TryGetValue(Name, out var saved) && numbers.GetValueOrDefault(First) == options.Coefficient)
        {
            Coefficient = saved;
        }
    }
}
