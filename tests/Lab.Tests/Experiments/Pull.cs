using Lab.Learning;
using TorchSharp;

namespace Lab.Tests;

public sealed record PullOptions : RegularizerOptions
{
    public bool Silent { get; init; }
}

/// <summary>A divergence from outside the lab: it weighs 0.25 at first and twice as much after each iteration.</summary>
[Regularizer("test-pull", "Pulls ever harder towards the reference.")]
public sealed class Pull(PullOptions options) : IRegularizer
{
    private double _weight = 0.25;

    public ReferenceRule? Reference { get; } = new();

    public double? Coefficient => options.Silent ? null : _weight;

    public void Adjust(TrainingRow row)
    {
    }

    public torch.Tensor? Loss_N(BatchTensors batch, Outputs outputs, Moment moment)
    {
        using var weight = _weight.ToScalar();
        return Divergence.Estimate(outputs.Said_N, batch.Reference_N!, DivergenceEstimator.K2) * weight;
    }

    public void Adapt(UpdateReport report) => _weight *= 2;
}
