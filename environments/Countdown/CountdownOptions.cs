using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Which numbers are given, and what is to be reached.</summary>
public sealed record CountdownOptions : EnvironmentOptions, IValidatableObject
{
    /// <summary>Fewest numbers of a problem, at difficulty 0 or typed.</summary>
    internal const int Fewest = 2;

    /// <summary>Most numbers of a problem.</summary>
    internal const int Most = 6;

    /// <summary>Largest number given.</summary>
    internal const int LargestNumber = 100;

    /// <summary>Largest target.</summary>
    internal const int LargestTarget = 10_000;

    [Description("How many numbers are given at difficulty 1, from 3 to 6. At difficulty 0 there are 2, between them in proportion.")]
    [Range(3, Most)]
    public int Count { get; init; } = 3;

    [Description("Least and greatest number given, from 1 to 100.")]
    [Length(2, 2, ErrorMessage = "must be the least and the greatest number, such as [1, 10]")]
    public EquatableArray<int> Numbers { get; init; } = [1, 10];

    [Description("Least and greatest target, from 1 to 10000. Where the numbers reach none between, it is the nearest they reach.")]
    [Length(2, 2, ErrorMessage = "must be the least and the greatest target, such as [1, 100]")]
    public EquatableArray<int> Targets { get; init; } = [1, 100];

    [Description("How people show it, with their flaws.")]
    public CountdownHabits Demonstrations { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsRange(Numbers, LargestNumber))
        {
            yield return new($"must go from a number to one that is not less, from 1 to {LargestNumber}", [nameof(Numbers)]);
        }
        else if (!IsRange(Targets, LargestTarget))
        {
            yield return new($"must go from a number to one that is not less, from 1 to {LargestTarget}", [nameof(Targets)]);
        }
        else if (!CountdownPosing.Reaches(this))
        {
            yield return new($"must be targets that {Count} numbers from {Numbers[0]} to {Numbers[1]} reach", [nameof(Targets)]);
        }
    }

    private static bool IsRange(EquatableArray<int> range, int largest) =>
        range.Count == 2 && range[0] >= 1 && range[0] <= range[1] && range[1] <= largest;
}
