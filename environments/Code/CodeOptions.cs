using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Which functions are to be written, and how they are tested.</summary>
public sealed record CodeOptions : EnvironmentOptions
{
    [Description("Functions to be found from examples; not used where tasks are given.")]
    public InductionOptions Induction { get; init; } = new();

    [Description("A file of tasks, one JSON object a line with prompt, signature, visible, hidden and, if known, solution. Relative to this file.")]
    [RegularExpression(@"[^\x00-\x1f]+", ErrorMessage = "must name a file")]
    [FilePath]
    public string? Tasks { get; init; }

    [Description("Lines of the file that may be bad: they are left out, and told. One more, and the file is refused.")]
    [Range(0, 1_000_000)]
    public int BadLines { get; init; }

    [Description("What each test of an answer may use.")]
    public ProgramLimits Limits { get; init; } = new();

    [Description("How people show it, with their flaws.")]
    public CodeHabits Demonstrations { get; init; } = new();
}
