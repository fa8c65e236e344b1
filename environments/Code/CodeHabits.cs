using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Environments;

/// <summary>
/// How the demonstrators work: some explain the first example and look no further, some find the function and slip, and the
/// others are right. With the defaults 25 in 100 are, and more where the first example happens to tell all. Whoever runs it first
/// sees where it misses, looks again and is right.
/// </summary>
public sealed record CodeHabits : IValidatableObject
{
    [Description("The tool they run a function with.")]
    [MinLength(1)]
    public string Tool { get; init; } = "interpreter";

    [Description("Share of demonstrations that run their function on all that is shown before they answer, and mend it where it misses. Tasks from a file are answered at once.")]
    [Range(0.0, 1.0)]
    public double Checks { get; init; }

    [Description("Share of demonstrations that explain the first example alone: x=>x+d, or in a task from a file ()=>value.")]
    [Range(0.0, 1.0)]
    public double FirstOnly { get; init; } = 0.45;

    [Description("Share of demonstrations with one number of the function wrong, or in a task from a file without the last character.")]
    [Range(0.0, 1.0)]
    public double Slips { get; init; } = 0.3;

    [Description("How far a wrong number is off at most.")]
    [Range(1, 100)]
    public int Slip { get; init; } = 3;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FirstOnly + Slips > 1)
        {
            yield return new($"and firstOnly are {FirstOnly + Slips} together, more than all demonstrations", [nameof(Slips)]);
        }
    }
}
