using Lab.Learning;

namespace Lab.Experiments;

/// <summary>What a run tells whoever watches it. A closed union.</summary>
public abstract record RunEvent
{
    private RunEvent()
    {
    }

    /// <summary>The policy stands ready.</summary>
    public sealed record Prepared(Resolution Resolution, long Parameters) : RunEvent;

    /// <summary>The run goes on where another process left it.</summary>
    /// <param name="Notes">From where, and what was found damaged on the way: a line each.</param>
    /// <param name="Evaluations">Those made before.</param>
    public sealed record Resumed(IReadOnlyList<string> Notes, IReadOnlyList<EvaluationResult> Evaluations) : RunEvent;

    /// <summary>A stage begins, or goes on after some iterations.</summary>
    public sealed record StageStarted(string Stage, int Iterations, int From = 0) : RunEvent;

    /// <summary>An iteration's episodes, before the news that it is done.</summary>
    public sealed record Played(string Stage, int Iteration, IReadOnlyList<Group> Groups) : RunEvent;

    /// <summary>An iteration is done; its number counts from 1.</summary>
    public sealed record IterationDone(string Stage, int Iteration, int Iterations, OrderedDictionary<string, double> Metrics) : RunEvent;

    /// <summary>What is wrong in a stage has changed.</summary>
    /// <param name="Stage">The stage's label.</param>
    /// <param name="Iteration">The iteration after which it did, from 1.</param>
    /// <param name="Alarms">All that stand now, in order of cause; empty where nothing is wrong any more.</param>
    public sealed record Advised(string Stage, int Iteration, IReadOnlyList<Alarm> Alarms) : RunEvent;

    /// <summary>An evaluation after a stage.</summary>
    public sealed record Evaluated(EvaluationResult Result) : RunEvent;

    /// <summary>The report is written.</summary>
    public sealed record Finished(RunReport Report) : RunEvent;
}
