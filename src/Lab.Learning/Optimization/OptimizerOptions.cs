using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Learning;

/// <summary>AdamW, its step-size schedule and gradient clipping.</summary>
public sealed record OptimizerOptions
{
    [Description("Decay of the first moment.")]
    [Range(0.0, 0.9999)]
    public double Beta1 { get; init; } = 0.9;

    [Description("Decay of the second moment.")]
    [Range(0.0, 0.99999)]
    public double Beta2 { get; init; } = 0.95;

    [Description("Added to the denominator.")]
    [Range(1e-12, 1e-2)]
    public double Epsilon { get; init; } = 1e-8;

    [Description("Decoupled weight decay of the matrices; gains are not decayed.")]
    [Range(0.0, 1.0)]
    public double WeightDecay { get; init; } = 0.01;

    [Description("Longest gradient (Euclidean norm); a longer one is scaled down.")]
    [Range(0.001, 1000.0)]
    public double Clip { get; init; } = 1;

    [Description("Share of the steps over which the step size rises from 0.")]
    [Range(0.0, 1.0)]
    public double Warmup { get; init; } = 0.02;

    [Description("Step size at the end, as a share of the stage's; it falls linearly.")]
    [Range(0.0, 1.0)]
    public double Final { get; init; } = 0.1;

    [Description("Steps in a row that may be skipped for a number that is not finite, before the run stops.")]
    [Range(0, 1_000_000)]
    public int Skips { get; init; } = 5;

    [Description("Tokens in a minibatch, prompts and padding included.")]
    [Range(64, 10_000_000)]
    public int MinibatchTokens { get; init; } = 4096;
}
