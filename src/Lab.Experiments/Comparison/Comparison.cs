using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>A comparison file: one experiment in several variants, each run with the same seeds.</summary>
public sealed record Comparison : IValidatableObject
{
    [JsonPropertyName("$schema")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Where editors find the schema.")]
    public string? Schema { get; init; }

    [Description("Names the folder of its runs. Default: the file's name.")]
    [RegularExpression(Experiment.NamePattern, ErrorMessage = Experiment.NameRule)]
    public string? Name { get; init; }

    [Description("The experiment that is varied, as a path beside this file.")]
    [MinLength(1)]
    public required string Base { get; init; }

    [Description("Changes of the base that all variants share: paths as of --set, and values.")]
    public OrderedDictionary<string, JsonElement> Set { get; init; } = [];

    [Description("What is compared: a label, and the changes that make the variant, such as \"stages.reinforce.algorithm\": { \"kind\": \"grpo\" }.")]
    public required OrderedDictionary<string, OrderedDictionary<string, JsonElement>> Variants { get; init; }

    [Description("Every variant is run with each of these. Default: the base's seed.")]
    public EquatableArray<ulong> Seeds { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Variants.Count == 0)
        {
            yield return new("must have at least one variant", [nameof(Variants)]);
        }

        foreach (var label in Variants.Keys.Where(label => !Experiment.IsName(label)))
        {
            yield return new($"the label '{Excerpt.Of(label)}' {Experiment.NameRule}", [nameof(Variants)]);
        }

        foreach (var (index, seed) in Seeds.Index().Where(entry => Seeds.Take(entry.Index).Contains(entry.Item)))
        {
            yield return new($"{seed} is listed already", [$"{nameof(Seeds)}[{index}]"]);
        }
    }
}
