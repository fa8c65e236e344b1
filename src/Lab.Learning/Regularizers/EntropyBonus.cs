using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>A bonus for the entropy of each token's whole distribution: Mnih et al. 2016, arXiv:1602.01783.</summary>
public sealed record EntropyOptions : RegularizerOptions
{
    [Description("Its weight as the stage begins, in units of advantage per nat.")]
    [Range(0.0, 10.0)]
    public double Weight { get; init; } = 0.003;

    [Description("Its weight as the stage ends, reached linearly. Default: as it begins.")]
    [Range(0.0, 10.0)]
    public double? Final { get; init; }
}

/// <inheritdoc cref="EntropyOptions"/>
[Regularizer("entropy", "A bonus for the entropy of what could have been said.")]
public sealed class EntropyBonus(EntropyOptions options) : IRegularizer
{
    public ReferenceRule? Reference => null;

    public void Adjust(TrainingRow row)
    {
    }

    public Tensor? Loss_N(BatchTensors batch, Outputs outputs, Moment moment)
    {
        var weight = options.Weight + (moment.Progress * ((options.Final ?? options.Weight) - options.Weight));
        if (weight == 0)
        {
            return null;
        }

        using var cost = (-weight).ToScalar();
        return Divergence.Entropy(outputs.LogProbabilities_NV) * cost;
    }

    public void Adapt(UpdateReport report)
    {
    }
}
