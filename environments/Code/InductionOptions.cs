using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Which functions square·x·x + factor·x + offset are to be found from examples, each equally often.</summary>
public sealed record InductionOptions : IValidatableObject
{
    private const int Greatest = 100;

    [Description("The least and the greatest factor of x*x.")]
    [Length(2, 2, ErrorMessage = "must be two numbers, such as [0, 0]")]
    public EquatableArray<int> Squares { get; init; } = [0, 0];

    [Description("The least and the greatest factor of x.")]
    [Length(2, 2, ErrorMessage = "must be two numbers, such as [2, 9]")]
    public EquatableArray<int> Factors { get; init; } = [2, 9];

    [Description("The least and the greatest number added, at difficulty 1; at difficulty 0 the least fifth of them.")]
    [Length(2, 2, ErrorMessage = "must be two numbers, such as [0, 99]")]
    public EquatableArray<int> Offsets { get; init; } = [0, 99];

    [Description("Examples shown. Three tell any two of these functions apart.")]
    [Range(3, 10)]
    public int Examples { get; init; } = 3;

    [Description("The least and the greatest argument of an example.")]
    [Length(2, 2, ErrorMessage = "must be two numbers, such as [0, 9]")]
    public EquatableArray<int> Arguments { get; init; } = [0, 2];

    [Description("Hidden tests of a problem, on other arguments from -20 to 99.")]
    [Range(1, 50)]
    public int HiddenTests { get; init; } = 8;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, range) in new[] { (nameof(Squares), Squares), (nameof(Factors), Factors), (nameof(Offsets), Offsets), (nameof(Arguments), Arguments) })
        {
            if (range.Count == 2 && (range[0] > range[1] || range[0] < -Greatest || range[1] > Greatest))
            {
                yield return new($"must be the least, then the greatest, from -{Greatest} to {Greatest}", [name]);
            }
        }

        if (Arguments.Count == 2 && Arguments[0] <= Arguments[1] && Arguments[1] - Arguments[0] + 1 < Examples)
        {
            yield return new($"must leave room for {Examples} different arguments", [nameof(Arguments)]);
        }
    }
}
