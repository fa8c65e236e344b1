using System.Text.Json.Serialization;

namespace Lab.Experiments;

/// <summary>What can be wrong with a run, in order of cause: what comes first can bring about what comes after it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Cause>))]
public enum Cause
{
    /// <summary>Optimizer steps were skipped for a number that is not finite.</summary>
    [JsonStringEnumMemberName("notFinite")]
    NotFinite,

    /// <summary>All attempts at a problem score alike, at every problem.</summary>
    [JsonStringEnumMemberName("noVariance")]
    NoVariance,

    /// <summary>The policy says nearly the same each time, and is not right.</summary>
    [JsonStringEnumMemberName("entropyCollapsed")]
    EntropyCollapsed,

    /// <summary>Answers end at the token limit.</summary>
    [JsonStringEnumMemberName("answersCutOff")]
    AnswersCutOff,

    /// <summary>The policy leaves where it came from and gains nothing by it.</summary>
    [JsonStringEnumMemberName("divergenceRunsAway")]
    DivergenceRunsAway,

    /// <summary>Sampler and trainer do not compute the same probabilities.</summary>
    [JsonStringEnumMemberName("samplerApart")]
    SamplerApart,

    /// <summary>The reward rises while fewer answers are right.</summary>
    [JsonStringEnumMemberName("rewardMisleads")]
    RewardMisleads,
}
