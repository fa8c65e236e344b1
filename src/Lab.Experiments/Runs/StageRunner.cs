using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>Runs the stages of one part of a run's course, from where the run is to where the part ends.</summary>
/// <param name="folder">The run.</param>
/// <param name="part">What is followed.</param>
/// <param name="state">Where the run goes on; null at its beginning.</param>
/// <param name="policy">As it is there; changed by the stages.</param>
/// <param name="parts">The plugins of the experiment.</param>
/// <param name="log">Writes what happens.</param>
/// <param name="instruments">Traces and measures.</param>
/// <param name="time">Measures.</param>
/// <param name="clock">The run's.</param>
/// <param name="store">The run's checkpoints.</param>
internal sealed class StageRunner(
    RunFolder folder, CoursePart part, RunState? state, Policy policy, ExperimentParts parts, RunLog log, RunInstruments instruments, TimeProvider time, RunClock clock, CheckpointStore store)
{
    private readonly Draw _root = Draw.From(part.Experiment.Seed);
    private readonly Evaluations _evaluations = new(folder, part, parts, policy, log, Draw.From(part.Experiment.Seed).At("evaluation"), state?.Evaluations ?? []);

    private Checkpointer? _checkpointer;

    /// <summary>The evaluations after stages so far.</summary>
    public IReadOnlyList<EvaluationResult> Evaluations => _evaluations.Results;

    public async Task Run(CancellationToken stop)
    {
        var start = state?.At ?? Position.Start;
        for (var index = start.Stage; index < part.Plan.Stages.Count; index++)
        {
            var planned = part.Plan.Stages[index];
            var from = index == start.Stage ? start.Iteration : 0;
            var isLeft = index == part.Until.Stage;
            using var activity = instruments.Stage(planned.Label);
            log.Tell(new RunEvent.StageStarted(planned.Label, planned.Stage.Iterations, from));
            var context = Context(index, planned, from, isLeft ? part.Until.Iteration : planned.Stage.Iterations);
            if (context.From < context.Until)
            {
                await planned.Stage.Run(context, stop).ConfigureAwait(false);
            }

            if (isLeft)
            {
                return;
            }

            new ModelFolder(Path.Combine(folder.Checkpoints, planned.Label)).Write(await policy.Export(stop).ConfigureAwait(false));
            await _evaluations.After(planned.Label, stop).ConfigureAwait(false);
        }
    }

    private StageContext Context(int index, PlannedStage planned, int from, int until)
    {
        var checkpointer = _checkpointer ??= new(folder, part.Plan, part.Experiment.Checkpoints, store, Snapshot, state?.Best);
        return new()
        {
            Label = planned.Label,
            Draw = _root.At("stage").At(planned.Label),
            EnvironmentKind = parts.Kind,
            Environment = parts.Environment,
            Problems = parts.Problems,
            Difficulty = parts.Difficulty,
            Rollouts = parts.Rollouts,
            Seats = part.Experiment.Seats,
            KeepWeights = iteration => checkpointer.KeepWeights(new(index, iteration)),
            WeightsAt = iteration => checkpointer.WeightsAt(new(index, iteration)),
            Limits = part.Experiment.Limits,
            Policy = policy,
            Teacher = part.Folder.Teacher(planned.Label),
            Opponent = part.Folder.Opponent,
            Log = log,
            Instruments = instruments,
            Time = time,
            Evaluate = iteration => _evaluations.During(iteration, CancellationToken.None),
            From = from,
            Until = until,
            Resumed = from > 0 ? state?.Learner : null,
            Save = (iteration, learner, stop) =>
            {
                var isSpent = planned.Options is IHasBudget { Tokens: { } most } && learner.Spent >= most;
                return checkpointer.Save(new(index, iteration), isSpent || iteration == until, learner, _evaluations.Latest, stop);
            },
            Interrupted = checkpointer.Interrupted,
        };
    }

    private async Task<RunState> Snapshot(Position at, LearnerState? learner, BestCheckpoint? best)
    {
        log.Flush();
        return new()
        {
            At = at,
            Stage = part.Plan.Stages[at.Stage].Label,
            Policy = await policy.Export(CancellationToken.None).ConfigureAwait(false),
            Version = policy.Version,
            Learner = learner,
            Counts = log.Counts,
            Evaluations = [.. _evaluations.Results],
            Best = best,
            Seconds = clock.Seconds,
        };
    }
}
