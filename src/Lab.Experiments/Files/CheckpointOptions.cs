using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Experiments;

/// <summary>What a run keeps of itself on its way, so that it can go on after whatever happens.</summary>
public sealed record CheckpointOptions
{
    [Description("A checkpoint every so many iterations of a stage; 0 only at its end. One is also kept when held-out accuracy is the best so far.")]
    [Range(0, 1_000_000)]
    public int Every { get; init; } = 10;

    [Description("The last so many checkpoints stay, and the best one.")]
    [Range(1, 1000)]
    public int Keep { get; init; } = 2;

    [Description("Weights alone every so many iterations, in policies/; 0 never.")]
    [Range(0, 1_000_000)]
    public int Policies { get; init; }
}
