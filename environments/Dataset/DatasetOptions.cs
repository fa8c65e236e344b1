using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Which file, how its lines are read, and when an answer is right.</summary>
public sealed record DatasetOptions : EnvironmentOptions
{
    [Description("JSON lines: an object a line with a question and its answer. Relative to this file.")]
    [RegularExpression(@"[^\x00-\x1f]+", ErrorMessage = "must name a file")]
    [FilePath]
    public required string File { get; init; }

    [Description("The member with the question. Default: the first there is of prompt, question, problem.")]
    [MinLength(1)]
    public string? Prompt { get; init; }

    [Description("The member with the answer. Default: the first there is of answer, solution, target.")]
    [MinLength(1)]
    public string? Answer { get; init; }

    [Description("When an answer is right.")]
    public VerifierOptions Verifier { get; init; } = new NumberOptions();

    [Description("Lines that may be bad: they are left out, and told. One more, and the file is refused.")]
    [Range(0, 1_000_000)]
    public int BadLines { get; init; } = 20;

    [Description("Whether quotes, dashes, accented letters and the like are written in ASCII, which is all that a policy reads. A line with anything else is bad.")]
    public bool Transliterate { get; init; } = true;

    [Description("How people show it, with their flaws.")]
    public DatasetHabits Demonstrations { get; init; } = new();
}
