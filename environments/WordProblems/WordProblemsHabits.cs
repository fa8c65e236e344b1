using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Environments;

/// <summary>
/// How the demonstrators work: some put the story into the tool, with slips; the others guess. With the defaults
/// 0.3·0.8·0.85·0.9 + 0.7·0.05, about 22 in 100, end right.
/// </summary>
public sealed record WordProblemsHabits
{
    [Description("The tool they call.")]
    [MinLength(1)]
    public string Tool { get; init; } = "calculator";

    [Description("Share of demonstrations that call the tool; the others guess.")]
    [Range(0.0, 1.0)]
    public double ToolShare { get; init; } = 0.3;

    [Description("Share of calls that leave out the last step of the story.")]
    [Range(0.0, 1.0)]
    public double StepLeftOut { get; init; } = 0.2;

    [Description("Share of other calls with one digit typed wrong.")]
    [Range(0.0, 1.0)]
    public double Mistyped { get; init; } = 0.15;

    [Description("Share of results copied with one digit wrong.")]
    [Range(0.0, 1.0)]
    public double Misread { get; init; } = 0.1;

    [Description("Share of guesses that are right.")]
    [Range(0.0, 1.0)]
    public double GuessRight { get; init; } = 0.05;

    [Description("How far a wrong guess is off at most, as a share of the answer (never less than 1).")]
    [Range(0.0, 1.0)]
    public double GuessSpread { get; init; } = 0.3;
}
