using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Learning;

/// <summary>How the value head is trained.</summary>
public sealed record ValueOptions
{
    [Description("Weight of the value loss.")]
    [Range(0.0, 100.0)]
    public double Weight { get; init; } = 0.5;

    [Description("How far a value may leave its old estimate within one iteration.")]
    [Range(0.001, 1000.0)]
    public double Clip { get; init; } = 0.2;

    [Description("Iterations that train the value head alone, before the policy's first step.")]
    [Range(0, 10_000)]
    public int Warmup { get; init; }
}
