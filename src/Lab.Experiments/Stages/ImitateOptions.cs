using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Stage one: learn to say what the demonstrations say.</summary>
public sealed record ImitateOptions : StageOptions, IHasTeacher
{
    [Description("The finished run whose final policy demonstrates: a run folder, relative to this file. Default: the environment's own demonstrations.")]
    [RegularExpression(@"[^\x00-\x1f]+", ErrorMessage = "must name a run folder")]
    [FilePath]
    public string? Teacher { get; init; }

    [Description("Demonstrations played and learned from, each once.")]
    [Range(1, 1_000_000_000)]
    public int Episodes { get; init; } = 20_000;

    [Description("Demonstrations in one iteration, which is one line of metrics.")]
    [Range(1, 1_000_000)]
    public int EpisodesPerIteration { get; init; } = 2_000;
}
