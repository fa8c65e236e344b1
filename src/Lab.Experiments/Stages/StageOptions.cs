using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>What every stage can be told.</summary>
public abstract record StageOptions
{
    [Description("Your own label, for reports. Default: the kind.")]
    [RegularExpression("[a-z0-9][a-z0-9-]{0,39}", ErrorMessage = "must be 1 to 40 lower-case letters, digits and hyphens")]
    public string? Name { get; init; }

    [Description("Peak step size.")]
    [Range(1e-7, 1.0)]
    public double LearningRate { get; init; } = 3e-4;

    [Description("AdamW, its schedule and gradient clipping.")]
    public OptimizerOptions Optimizer { get; init; } = new();
}

/// <summary>An <see cref="IStage"/>.</summary>
public sealed class StageAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(StageOptions), typeof(IStage));
