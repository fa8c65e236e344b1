using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Which functions are to be found from examples.</summary>
public sealed record InductionOptions : IValidatableObject
{
    private const int HiddenRoom = 100;

    [Description("Kinds of functions, each equally often: add (x+3), multiply (3*x), linear (3*x+1), square (x*x+1).")]
    [MinLength(1, ErrorMessage = "must name at least one of add, multiply, linear, square")]
    public EquatableArray<RuleFamily> Families { get; init; } = [RuleFamily.Multiply, RuleFamily.Linear];

    [Description("The greatest factor at difficulty 1; at difficulty 0 it is 2.")]
    [Range(2, 99)]
    public int Factor { get; init; } = 9;

    [Description("The greatest number added or taken away at difficulty 1; at difficulty 0 it is 1.")]
    [Range(1, 999)]
    public int Offset { get; init; } = 9;

    [Description("Examples shown. Three tell any two of these functions apart.")]
    [Range(3, 10)]
    public int Examples { get; init; } = 3;

    [Description("The least and the greatest argument of an example.")]
    [Length(2, 2, ErrorMessage = "must be two numbers, such as [0, 9]")]
    public EquatableArray<int> Arguments { get; init; } = [0, 9];

    [Description("Hidden tests of a problem, on other arguments from -20 to 99.")]
    [Range(1, 50)]
    public int HiddenTests { get; init; } = 8;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Families.Any(family => !Enum.IsDefined(family)) || Families.Distinct().Count() < Families.Count)
        {
            yield return new("must name each of add, multiply, linear, square once at most", [nameof(Families)]);
        }

        if (Arguments.Count == 2 && (Arguments.Any(argument => Math.Abs((long)argument) > HiddenRoom) || Arguments[1] - Arguments[0] + 1 < Examples))
        {
            yield return new($"must be at most {HiddenRoom} to either side, and leave room for {Examples} different arguments", [nameof(Arguments)]);
        }
    }
}
