using Lab.Core;

namespace Lab.Experiments;

/// <summary>What was found when a run looked for where to go on.</summary>
/// <param name="State">The last good checkpoint; null where the run begins at its beginning.</param>
/// <param name="Faults">The later ones and what is wrong with each.</param>
internal sealed record FoundCheckpoint(RunState? State, IReadOnlyList<string> Faults);

/// <summary>The checkpoints of a run: folders named after the place where each was taken.</summary>
/// <param name="folder">The run.</param>
/// <param name="plan">Knows the places.</param>
internal sealed class CheckpointStore(RunFolder folder, StagePlan plan)
{
    /// <summary>Writes one and, once it has been read back, removes those that are neither among the last nor the best.</summary>
    /// <param name="state">What to keep.</param>
    /// <param name="keep">How many of the last stay.</param>
    /// <exception cref="IOException">It cannot be written; the others are untouched.</exception>
    public void Save(RunState state, int keep)
    {
        SealedFolder.Write(PathOf(state.At), path => StateFiles.Write(path, state));
        foreach (var old in Positions().Skip(keep).Where(at => at != state.Best?.At))
        {
            SealedFolder.Discard(PathOf(old));
        }
    }

    /// <summary>The last good one that is not after a place.</summary>
    /// <param name="limit">The place.</param>
    /// <param name="objection">What else keeps a checkpoint from being gone on from; null where nothing does.</param>
    public FoundCheckpoint Latest(Position limit, Func<Position, string?> objection)
    {
        var faults = new List<string>();
        foreach (var at in Positions().Where(at => at <= limit))
        {
            try
            {
                var fault = Manifest.Fault(PathOf(at)) ?? objection(at);
                if (fault is null && StateFiles.Read(PathOf(at)) is { } state && state.At == at)
                {
                    return new(state, faults);
                }

                faults.Add($"{plan.Name(at)} ({fault ?? "taken elsewhere"})");
            }
            catch (InvalidInputException error)
            {
                faults.Add($"{plan.Name(at)} ({error.Message})");
            }
        }

        return new(null, faults);
    }

    /// <summary>Removes those after a place, and what a process that died left half done.</summary>
    public void CutBack(Position after)
    {
        SealedFolder.Clean(folder.Checkpoints);
        foreach (var at in Positions().Where(at => at > after))
        {
            SealedFolder.Discard(PathOf(at));
        }
    }

    public string PathOf(Position at) => Path.Combine(folder.Checkpoints, plan.Name(at));

    // The latest first.
    private Position[] Positions() => !Directory.Exists(folder.Checkpoints) ? [] :
    [
        .. Directory.EnumerateDirectories(folder.Checkpoints).Select(path => plan.Read(Path.GetFileName(path))).OfType<Position>().OrderDescending(),
    ];
}
