using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Core;

/// <summary>What every environment can be told.</summary>
public abstract record EnvironmentOptions
{
    [Description("Share of problem keys held out: no training stage may pose them, evaluation poses no others. With 0 evaluation poses what training does, as in most games.")]
    [Range(0.0, 0.9)]
    public double HeldOut { get; init; } = 0.1;

    [Description("Difficulty of the problems posed, from 0 to 1.")]
    [Range(0.0, 1.0)]
    public double Difficulty { get; init; } = 1;
}

/// <summary>What every tool can be told.</summary>
public abstract record ToolOptions;

/// <summary>What every verifier of answers can be told.</summary>
public abstract record VerifierOptions;

/// <summary>What every reward function can be told.</summary>
public abstract record RewardOptions
{
    [Description("What its score is multiplied with before the scores are added.")]
    [Range(-1000.0, 1000.0)]
    public double Weight { get; init; } = 1;
}
