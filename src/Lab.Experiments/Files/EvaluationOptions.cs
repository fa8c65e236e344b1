using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>How answers are chosen when a policy is evaluated.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Sampling>))]
public enum Sampling
{
    /// <summary>At temperature 1.</summary>
    [JsonStringEnumMemberName("sampled")]
    Sampled,

    /// <summary>The likeliest token each time.</summary>
    [JsonStringEnumMemberName("greedy")]
    Greedy,
}

/// <summary>How the policy is measured after each stage: by the environment's verdict, on held-out problems.</summary>
public sealed record EvaluationOptions
{
    [Description("Held-out problems.")]
    [Range(1, 1_000_000)]
    public int Problems { get; init; } = 500;

    [Description("How answers are chosen: sampled, greedy or both.")]
    [MinLength(1, ErrorMessage = "must name at least one of sampled, greedy")]
    public EquatableArray<Sampling> Sampling { get; init; } = [Experiments.Sampling.Sampled, Experiments.Sampling.Greedy];

    [Description("A reinforce stage is also evaluated every so many iterations; 0 never.")]
    [Range(0, 1_000_000)]
    public int Every { get; init; } = 5;

    [Description("Held-out problems of the evaluations during a stage.")]
    [Range(1, 1_000_000)]
    public int EveryProblems { get; init; } = 200;
}
