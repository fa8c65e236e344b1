using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Learn from another run's policy, token by token, on one's own samples.</summary>
public sealed record DistilOptions : StageOptions, IHasTeacher
{
    [Description("The finished run whose final policy teaches: a run folder, relative to this file.")]
    [RegularExpression(@"[^\x00-\x1f]+", ErrorMessage = "must name a run folder")]
    [FilePath]
    public required string Teacher { get; init; }

    [Description("Rounds of sampling episodes and learning from them.")]
    [Range(1, 1_000_000)]
    public int Iterations { get; init; } = 40;

    [Description("Problems in one iteration, one episode each.")]
    [Range(1, 1_000_000)]
    public int Problems { get; init; } = 512;

    [Description("Sampling temperature.")]
    [Range(0.05, 10.0)]
    public double Temperature { get; init; } = 1;
}
