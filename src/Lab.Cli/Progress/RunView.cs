using System.Collections.Immutable;
using Lab.Experiments;

namespace Lab.Cli;

/// <summary>What there is to see of a run, folded from its events.</summary>
internal sealed record RunView(Experiment Experiment)
{
    /// <summary>What it found on its machine; null while the policy is made.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>Of the policy.</summary>
    public long Parameters { get; init; }

    /// <summary>Where it went on after a stop, and what it met there; none where it began.</summary>
    public ImmutableList<string> Notes { get; init; } = [];

    /// <summary>The stages that have begun.</summary>
    public ImmutableList<StageView> Stages { get; init; } = [];

    /// <summary>What is wrong in the present stage, in order of cause.</summary>
    public IReadOnlyList<Alarm> Alarms { get; init; } = [];

    /// <summary>The evaluations after stages.</summary>
    public ImmutableList<EvaluationResult> Evaluations { get; init; } = [];

    public RunReport? Report { get; init; }

    /// <summary>Whether the run was asked to stop.</summary>
    public bool IsStopping { get; init; }

    /// <summary>Whether all iterations so far are done and nothing that comes after them is.</summary>
    public bool IsEvaluating => Report is null && Stages is [.., { IsDone: true }];

    /// <summary>The view after an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="now">Since the run's process began.</param>
    public RunView After(RunEvent happened, TimeSpan now) => happened switch
    {
        RunEvent.Prepared prepared => this with { Resolution = prepared.Resolution, Parameters = prepared.Parameters },
        RunEvent.Resumed resumed => this with { Notes = [.. resumed.Notes], Evaluations = [.. resumed.Evaluations] },
        RunEvent.StageStarted started => this with { Stages = Stages.Add(new(started.Stage, started.Iterations, now, started.From, Experiment.IsGame)), Alarms = [] },
        RunEvent.IterationDone done => this with { Stages = Stages.SetItem(Stages.Count - 1, Stages[^1].After(done, now)) },
        RunEvent.Advised advised => this with { Alarms = advised.Alarms },
        RunEvent.Evaluated evaluated => this with { Evaluations = Evaluations.Add(evaluated.Result) },
        RunEvent.Finished finished => this with { Report = finished.Report },
        _ => this,
    };
}
