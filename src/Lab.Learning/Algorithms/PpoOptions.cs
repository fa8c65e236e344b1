using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Learning;

/// <summary>Proximal policy optimization: Schulman et al. 2017, arXiv:1707.06347.</summary>
public sealed record PpoOptions : AlgorithmOptions
{
    [Description("Discount per said token.")]
    [Range(0.0, 1.0)]
    public double Gamma { get; init; } = 1;

    [Description("Lambda of generalised advantage estimation.")]
    [Range(0.0, 1.0)]
    public double Lambda { get; init; } = 0.95;

    [Description("Advantages are shifted and scaled to mean 0 and deviation 1 over the said tokens of an iteration.")]
    public bool Normalize { get; init; } = true;

    [Description("How far the probability ratio may leave 1.")]
    [Range(0.001, 10.0)]
    public double Clip { get; init; } = 0.2;

    [Description("How far a value may leave its old estimate within one iteration.")]
    [Range(0.001, 1000.0)]
    public double ValueClip { get; init; } = 0.2;

    [Description("Weight of the value loss.")]
    [Range(0.0, 100.0)]
    public double ValueWeight { get; init; } = 0.5;

    [Description("Weight of the entropy bonus as the stage begins, in units of normalised advantage per nat.")]
    [Range(0.0, 10.0)]
    public double Entropy { get; init; } = 0.003;

    [Description("Weight of the entropy bonus as the stage ends, reached linearly. Default: as it begins.")]
    [Range(0.0, 10.0)]
    public double? EntropyFinal { get; init; }

    [Description("Weight of the divergence (k3) from the policy that the stage began with.")]
    [Range(0.0, 10.0)]
    public double Kl { get; init; } = 0.001;

    [Description("Passes over an iteration's episodes.")]
    [Range(1, 100)]
    public int Passes { get; init; } = 1;
}
