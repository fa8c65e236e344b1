using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>Stage two: improve on the policy's own episodes by the reward functions.</summary>
public sealed record ReinforceOptions : StageOptions, IHasBudget
{
    [Description("What turns episodes into an objective: a preset, whose parts may be overridden one by one.")]
    public AlgorithmOptions Algorithm { get; init; } = new Ppo();

    [Description("Rounds of collecting episodes and learning from them.")]
    [Range(1, 1_000_000)]
    public int Iterations { get; init; } = 40;

    [Description("Said tokens sampled in this stage at most; it ends with the iteration that reaches them. Default: no limit.")]
    [Range(1.0, 1e12)]
    public long? Tokens { get; init; }

    [Description("Problems in one iteration.")]
    [Range(1, 1_000_000)]
    public int Problems { get; init; } = 64;

    [Description("Attempts at each problem: one group.")]
    [Range(1, 10_000)]
    public int Attempts { get; init; } = 8;

    [Description("Matches of a game that open with random moves, which nobody learns from. Default: none do.")]
    public OpeningOptions? Openings { get; init; }

    [Description("Sampling temperature.")]
    [Range(0.05, 10.0)]
    public double Temperature { get; init; } = 1;
}
