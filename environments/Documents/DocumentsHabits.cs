using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Environments;

/// <summary>
/// How the demonstrators work: some search, with slips; the others guess, any value that some document has. Who finds nothing
/// guesses too.
/// </summary>
public sealed record DocumentsHabits
{
    [Description("The tool they call.")]
    [MinLength(1)]
    public string Tool { get; init; } = "search";

    [Description("Share of demonstrations that search; the others guess.")]
    [Range(0.0, 1.0)]
    public double ToolShare { get; init; } = 0.5;

    [Description("Share of queries with one letter of a name typed wrong.")]
    [Range(0.0, 1.0)]
    public double BadQuery { get; init; } = 0.15;

    [Description("Share of answers copied with one letter or digit wrong.")]
    [Range(0.0, 1.0)]
    public double Misread { get; init; } = 0.1;
}
