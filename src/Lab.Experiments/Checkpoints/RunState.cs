using System.Text.Json.Serialization;
using Lab.Core;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>Everything of a run that outlives an iteration: from it, the run goes on as if it had never stopped.</summary>
public sealed record RunState
{
    /// <summary>Where the run is.</summary>
    public required Position At { get; init; }

    /// <summary>The label of the stage it is in.</summary>
    public required string Stage { get; init; }

    /// <summary>The policy's weights, and the code's description of them.</summary>
    public required ModelFiles Policy { get; init; }

    /// <summary>The name of the weights, which every sampled token carries.</summary>
    public required string Version { get; init; }

    /// <summary>What the stage's learner carries; null where only weights were kept.</summary>
    public LearnerState? Learner { get; init; }

    /// <summary>What was counted so far.</summary>
    public required RunCounts Counts { get; init; }

    /// <summary>The evaluations after the stages before this one.</summary>
    public required IReadOnlyList<EvaluationResult> Evaluations { get; init; }

    /// <summary>The checkpoint with the policy of the greatest merit so far; null where none was measured.</summary>
    public BestCheckpoint? Best { get; init; }

    /// <summary>Wall time so far, of all processes that worked on the run up to here.</summary>
    public required double Seconds { get; init; }
}

/// <summary>What a run counts.</summary>
/// <param name="Trained">Said tokens learned from.</param>
/// <param name="Sampled">Said tokens sampled to be learned from.</param>
/// <param name="Demonstrations">Correct demonstrations, of all.</param>
/// <param name="Tripped">What a clock ended, and no count.</param>
public readonly record struct RunCounts(long Trained, long Sampled, Proportion Demonstrations, long Tripped = 0);

/// <summary>A checkpoint and what was measured there.</summary>
/// <param name="At">Where.</param>
/// <param name="Merit">The policy's (<see cref="EvaluationResult.Merit"/>), sampled where that was measured.</param>
public sealed record BestCheckpoint(Position At, [property: JsonRequired] double Merit);
