using Lab.Core;

namespace Lab.Experiments;

/// <summary>Where computing can begin.</summary>
/// <param name="State">What is known there.</param>
/// <param name="Folder">The run that has it, and the records of all that lies before.</param>
internal sealed record StartingPoint(RunState State, RunFolder Folder);

/// <summary>Finds it: in a run's own folder and, as far as they are still there, in those of the runs that it was forked from.</summary>
/// <param name="plugins">Makes what the experiments name.</param>
internal sealed class StartingPoints(PluginFactory plugins)
{
    /// <summary>The last good checkpoint that is not after a place: a run that goes on from it ends as if it had begun at the beginning.</summary>
    public StartingPoint? Checkpoint(StoredRun run, Position at) => Latest(Holders(run, at).Select(holder => holder.Checkpoint()));

    /// <summary>
    /// The same, or weights alone where those are enough to play on from: at the place itself, or at the end of a stage before it,
    /// because the next one begins with a learner of its own.
    /// </summary>
    public StartingPoint? Playable(StoredRun run, Position at) => Latest(Holders(run, at).SelectMany(holder => new[] { holder.Checkpoint(), holder.Weights() }));

    private static StartingPoint? Latest(IEnumerable<StartingPoint?> points) => points.OfType<StartingPoint>().OrderByDescending(point => point.State.At).FirstOrDefault();

    // Up to where it was forked a run shares its parent's course, and so all that the parent has kept of it.
    private IEnumerable<Holder> Holders(StoredRun run, Position at)
    {
        yield return new(run.Folder, new(run.Experiment, plugins), at);
        var past = run.Folder;
        while (Lineage.Read(past) is { } lineage)
        {
            past = RunFolder.Open(past.Past);
            at = lineage.Place < at ? lineage.Place : at;
            var experiment = Read(past);
            if (Still(lineage.Parent, past, experiment) is { } parent)
            {
                yield return new(parent, new(experiment, plugins), at);
            }
        }
    }

    // What stands at the parent's place may be gone, or another run by now.
    private RunFolder? Still(string path, RunFolder past, Experiment experiment)
    {
        try
        {
            var folder = RunFolder.Open(path);
            return Read(folder) == experiment && Lineage.Read(folder) == Lineage.Read(past) ? folder : null;
        }
        catch (InvalidInputException)
        {
            return null;
        }
    }

    // The machine may have changed since.
    private Experiment Read(RunFolder folder) => new ExperimentReader(plugins.Catalog).Read(folder.Experiment) with { Resolved = null };

    private sealed class Holder(RunFolder folder, StagePlan plan, Position at)
    {
        private readonly RunRecords _records = new(folder, plan);

        public StartingPoint? Checkpoint() => new CheckpointStore(folder, plan).Latest(at, _records.Fault).State is { } state ? new(state, folder) : null;

        public StartingPoint? Weights() => Kept().Select(kept => Weights(kept.At, kept.Path, kept.IsSealed)).FirstOrDefault(point => point is not null);

        // The latest first.
        private IEnumerable<(Position At, string Path, bool IsSealed)> Kept() =>
        [
            Policy(at),
            .. from index in Enumerable.Range(0, at.Stage + 1).Reverse()
               let end = new Position(index, plan.Stages[index].Stage.Iterations)
               where end <= at
               from kept in new[] { Policy(end), (end, Path.Combine(folder.Checkpoints, plan.Stages[index].Label), false) }
               select kept,
        ];

        private (Position At, string Path, bool IsSealed) Policy(Position at) => (at, Path.Combine(folder.Policies, plan.Name(at)), true);

        private StartingPoint? Weights(Position at, string path, bool isSealed)
        {
            if (!Directory.Exists(path) || (isSealed && Manifest.Fault(path) is not null) || _records.Fault(at) is not null)
            {
                return null;
            }

            try
            {
                return new(
                    new()
                    {
                        At = at,
                        Stage = plan.Stages[at.Stage].Label,
                        Policy = new ModelFolder(path).Read(),
                        Version = plan.Write(at),
                        Counts = default,
                        Evaluations = [],
                        Seconds = 0,
                    },
                    folder);
            }
            catch (InvalidInputException)
            {
                return null;
            }
        }
    }
}
