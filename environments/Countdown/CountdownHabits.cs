using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Environments;

/// <summary>
/// How the demonstrators look for an expression: they think of a few, take the nearest, and mostly answer it unchecked. Of
/// those who check, most answer what has missed all the same.
/// </summary>
public sealed record CountdownHabits
{
    [Description("The tool they check with.")]
    [MinLength(1)]
    public string Tool { get; init; } = "calculator";

    [Description("Expressions they think of for one try, none worth what has missed already, to take the one that is nearest to the target.")]
    [Range(1, 100)]
    public int Ideas { get; init; } = 3;

    [Description("Share of tries that use one number in place of another, so that it may be used twice.")]
    [Range(0.0, 1.0)]
    public double Reused { get; init; } = 0.1;

    [Description("Share of demonstrations that check a try before it is answered.")]
    [Range(0.0, 1.0)]
    public double Checks { get; init; } = 0.4;

    [Description("Share of those who check that take the target away in the check, so that a hit shows as 0; the others compare.")]
    [Range(0.0, 1.0)]
    public double TakesAway { get; init; } = 0.5;

    [Description("Share of those who check that try again after every miss, as often as their patience lasts; the others answer what has missed.")]
    [Range(0.0, 1.0)]
    public double Persists { get; init; } = 0.4;

    [Description("Share of hits that they take for a miss.")]
    [Range(0.0, 1.0)]
    public double Overlooked { get; init; } = 0.1;

    [Description("Share of checked answers written down with one number in place of another.")]
    [Range(0.0, 1.0)]
    public double Miscopied { get; init; } = 0.1;

    [Description("Tries that they check at most; the last is answered whatever it gives.")]
    [Range(1, 100)]
    public int Patience { get; init; } = 4;
}
