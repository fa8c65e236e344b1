using Lab.Core;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>Decides after each iteration whether a checkpoint is due, and writes it.</summary>
/// <param name="folder">The run.</param>
/// <param name="plan">Its stages.</param>
/// <param name="options">How often, and how many stay.</param>
/// <param name="store">Has the checkpoints.</param>
/// <param name="snapshot">The state of everything but the learner, with the policy as it is now.</param>
/// <param name="best">The best checkpoint so far.</param>
internal sealed class Checkpointer(
    RunFolder folder, StagePlan plan, CheckpointOptions options, CheckpointStore store, Func<Position, LearnerState?, BestCheckpoint?, Task<RunState>> snapshot, BestCheckpoint? best)
{
    private BestCheckpoint? _best = best;
    private Position? _saved;
    private (Position At, Learner Learner)? _unsaved;

    /// <summary>After an iteration: keeps a checkpoint where one is due.</summary>
    /// <param name="at">Where the run is.</param>
    /// <param name="isLast">Whether the stage is left there.</param>
    /// <param name="learner">The stage's.</param>
    /// <param name="measured">The merit (<see cref="EvaluationResult.Merit"/>) after this very iteration; null where it was not measured.</param>
    /// <param name="stop">Asks the run to stop: then a checkpoint is due.</param>
    /// <exception cref="RunFailedException">It cannot be written.</exception>
    public async Task Save(Position at, bool isLast, Learner learner, double? measured, CancellationToken stop)
    {
        var isBest = measured is { } merit && merit > (_best?.Merit ?? double.NegativeInfinity);
        _best = isBest ? new(at, measured!.Value) : _best;
        _unsaved = (at, learner);
        if (isBest || isLast || IsEvery(options.Every, at) || stop.IsCancellationRequested)
        {
            await Write(at, learner).ConfigureAwait(false);
        }

        if (IsEvery(options.Policies, at))
        {
            await KeepWeights(at).ConfigureAwait(false);
        }
    }

    /// <summary>The folder of the weights that were kept at a place.</summary>
    public string WeightsAt(Position at) => Path.Combine(folder.Policies, plan.Name(at));

    /// <summary>Keeps the weights alone as they are now, unless they are kept already.</summary>
    /// <param name="at">Where the run is.</param>
    /// <exception cref="RunFailedException">They cannot be written.</exception>
    public async Task KeepWeights(Position at)
    {
        if (Manifest.Fault(WeightsAt(at)) is not null)
        {
            var weights = await snapshot(at, null, null).ConfigureAwait(false);
            Guard(at, () => SealedFolder.Write(WeightsAt(at), path => new ModelFolder(path).Write(weights.Policy)));
        }
    }

    /// <summary>The run was stopped before the policy changed again: the last finished iteration is kept.</summary>
    public async Task Interrupted()
    {
        if (_unsaved is var (at, learner) && at != _saved)
        {
            await Write(at, learner).ConfigureAwait(false);
        }
    }

    private async Task Write(Position at, Learner learner)
    {
        var state = await snapshot(at, await learner.Save(CancellationToken.None).ConfigureAwait(false), _best).ConfigureAwait(false);
        Guard(at, () => store.Save(state, options.Keep));
        _saved = at;
    }

    private void Guard(Position at, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"{folder.Path}: what is kept at {plan.Write(at)} cannot be written: {error.Message}; lab resume goes on from the last checkpoint");
        }
    }

    private static bool IsEvery(int every, Position at) => every > 0 && at.Iteration % every == 0;
}
