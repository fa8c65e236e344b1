using System.Text.Json.Serialization;

namespace Lab.Experiments;

/// <summary>How a run ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    [JsonStringEnumMemberName("finished")]
    Finished,

    [JsonStringEnumMemberName("interrupted")]
    Interrupted,

    /// <summary>It could not go on; the weights are those it had.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>report.json: what a run came to.</summary>
public sealed record RunReport
{
    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    public required ulong Seed { get; init; }

    public required RunStatus Status { get; init; }

    /// <summary>Wall time.</summary>
    public required double Seconds { get; init; }

    public required TokenCounts Tokens { get; init; }

    /// <summary>The demonstrations of all imitate stages; null where there were none.</summary>
    public DemonstrationReport? Demonstrations { get; init; }

    /// <summary>Orders to the sandbox that its clock ended, and no count: where there is any, the run need not repeat byte for byte.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Tripped { get; init; }

    /// <summary>What went wrong: stage by stage, in order of cause.</summary>
    public IReadOnlyList<Alarm> Alarms { get; init; } = [];

    /// <summary>In the order in which they were made.</summary>
    public required IReadOnlyList<EvaluationResult> Evaluation { get; init; }

    /// <summary>Whether a game was played: then what was measured is matches won.</summary>
    [JsonIgnore]
    public bool IsGame => Evaluation.Any(result => result.Game is not null);
}

/// <summary>Said tokens.</summary>
/// <param name="Trained">Learned from, passes counted.</param>
/// <param name="Sampled">Sampled to be learned from.</param>
public sealed record TokenCounts(long Trained, long Sampled);

/// <summary>What the demonstrators themselves achieve, by the environment's verdict.</summary>
/// <param name="Episodes">How many.</param>
/// <param name="Accuracy">The share of correct ones.</param>
/// <param name="Low">Lower end of its interval of 95 % confidence (Wilson).</param>
/// <param name="High">Upper end.</param>
public sealed record DemonstrationReport(int Episodes, double Accuracy, double Low, double High);
