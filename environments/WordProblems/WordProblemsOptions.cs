using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Which stories are told.</summary>
public sealed record WordProblemsOptions : EnvironmentOptions, IValidatableObject
{
    /// <summary>Fewest operations that a story takes.</summary>
    internal const int FewestSteps = 2;

    /// <summary>Most operations that a story takes.</summary>
    internal const int MostSteps = 4;

    [Description("What the stories are about, each equally often: any of ages, buying, collecting, gardens, recipes, saving, sharing, travelling. Default: all.")]
    [MinLength(1, ErrorMessage = "must name at least one family")]
    public EquatableArray<string> Families { get; init; } = [.. Stories.All.Select(family => family.Name)];

    [Description("Fewest and most operations that an answer takes, from 2 to 4, each count equally often. At difficulty 0 all take the fewest, between them in proportion.")]
    [Length(2, 2, ErrorMessage = "must be the fewest and the most, such as [2, 4]")]
    public EquatableArray<int> Steps { get; init; } = [FewestSteps, MostSteps];

    [Description("How large the numbers grow at difficulty 1, as a multiple of the smallest stories'. At difficulty 0 they are smallest.")]
    [Range(1, 100)]
    public int Size { get; init; } = 4;

    [Description("Share of stories with a sentence whose number has nothing to do with the question.")]
    [Range(0.0, 1.0)]
    public double Distractors { get; init; } = 0.3;

    [Description("Whether prices and hours may end in one half, written as .5; the answer then may too.")]
    public bool Halves { get; init; }

    [Description("How people show it, with their flaws.")]
    public WordProblemsHabits Demonstrations { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var names = Stories.All.Select(family => family.Name).ToArray();
        foreach (var unknown in Families.Except(names))
        {
            yield return new($"has no family '{Excerpt.Of(unknown ?? "")}'; there are {string.Join(", ", names)}", [nameof(Families)]);
        }

        if (Families.Distinct().Count() < Families.Count)
        {
            yield return new("must name each family once", [nameof(Families)]);
        }

        if (Steps.Count == 2 && !(Steps[0] >= FewestSteps && Steps[0] <= Steps[1] && Steps[1] <= MostSteps))
        {
            yield return new($"must go from a count to one that is not less, from {FewestSteps} to {MostSteps}", [nameof(Steps)]);
        }
    }
}
