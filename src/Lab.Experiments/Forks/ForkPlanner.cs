using System.Globalization;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Makes the folder of a run that shares another's past.</summary>
/// <param name="plugins">Makes what the experiments name.</param>
/// <param name="time">Names the folder.</param>
public sealed class ForkPlanner(PluginFactory plugins, TimeProvider time)
{
    /// <summary>Reads where in a run something is.</summary>
    /// <param name="run">The run.</param>
    /// <param name="text">Such as <c>reinforce/20</c>: so many iterations of the stage are done. A number alone is of the last stage.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <exception cref="InvalidInputException">The run has no such place.</exception>
    public Position Locate(StoredRun run, string text, string source)
    {
        var plan = new StagePlan(run.Experiment, plugins);
        var parts = text.Contains('/', StringComparison.Ordinal) ? text.Split('/') : [plan.Stages[^1].Label, text];
        if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var iteration))
        {
            throw new InvalidInputException(source, $"'{Excerpt.Of(text)}' is no place in a run; expected a stage and an iteration, such as {plan.Stages[^1].Label}/1");
        }

        var labels = plan.Stages.Select(stage => stage.Label).ToArray();
        var stage = plan.Find(parts[0]) ?? throw new InvalidInputException(source, Wording.Unknown("stage", parts[0], labels));
        var most = plan.Stages[stage].Stage.Iterations;
        var complaint = iteration > most ? $"stage {labels[stage]} has {most} iterations, not {iteration}" : Overspent(run.Folder, plan.Stages[stage], iteration);
        return complaint is null ? new(stage, iteration) : throw new InvalidInputException(source, complaint);
    }

    /// <summary>Everything that the fork changes and may not.</summary>
    /// <exception cref="InvalidInputException">Something does, or the place lies before the parent's own branching point.</exception>
    public void Check(StoredRun parent, Experiment fork, Position at, string source)
    {
        var plan = new StagePlan(parent.Experiment, plugins);
        at = plan.Normalize(at);
        if (Lineage.Read(parent.Folder) is { } lineage && at < lineage.Place)
        {
            // There it followed another experiment than its own: what differs from there on would differ from that one.
            throw new InvalidInputException(parent.Folder.Path, $"was itself forked from {lineage.Name} at {lineage.At}, after {plan.Write(at)}: fork {Ancestor(parent.Folder, at)} instead");
        }

        InputError[] errors = [.. ForkRules.Check(parent, fork, at, plugins)];
        if (errors.Length > 0)
        {
            throw new InvalidInputException(source, errors);
        }

        DataFiles.Require(fork, parent.Experiment, parent.Folder.Path);
    }

    /// <summary>Makes the folder: the last good checkpoint up to the branching point that the parent or its own parents have, with the records before it, and what it needs to recompute the rest.</summary>
    /// <param name="parent">The run to branch off from.</param>
    /// <param name="fork">The changed experiment, resolved and checked.</param>
    /// <param name="at">Where; the beginning of a stage is the end of the one before it.</param>
    /// <param name="changes">As typed.</param>
    /// <param name="where">Where the folder is made.</param>
    public RunFolder Create(StoredRun parent, Experiment fork, Position at, EquatableArray<string> changes, string where)
    {
        var place = new StagePlan(parent.Experiment, plugins).Normalize(at);
        var start = new StartingPoints(plugins).Checkpoint(parent, place);
        if ((start?.State.At ?? Position.Start) < place)
        {
            // What lies between is computed again, as the parent did.
            DataFiles.Require(parent.Experiment, parent.Experiment, parent.Folder.Path);
        }

        return Create(parent, fork with { Resolved = fork.Resolved! with { Data = DataFiles.Of(fork) } }, at, changes, where, start);
    }

    /// <summary>The same, beginning at a place that is known; null is the beginning.</summary>
    internal RunFolder Create(StoredRun run, Experiment fork, Position at, EquatableArray<string> changes, string where, StartingPoint? start)
    {
        var parent = run.Folder;
        var plan = new StagePlan(run.Experiment, plugins);
        at = plan.Normalize(at);
        var others = new OtherRuns(plugins.Catalog, run).ReadAll(fork);
        var folder = RunFolder.Create(where, fork.Name, time);
        KeepPast(parent, folder);
        OtherRuns.Keep(others, folder);
        if (start is var (state, source))
        {
            CopyEpisodes(source, folder);
            File.Copy(source.Metrics, folder.Metrics);
            new RunRecords(folder, plan).CutBack(state.At);
            new CheckpointStore(folder, plan).Save(state, fork.Checkpoints.Keep);
            CopyStages(source, folder, plan, state.At);
            CopyPolicies(source, folder, plan, state.At);
        }

        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(parent.Path)));
        new Lineage(Path.GetFullPath(parent.Path), name, plan.Write(at), at, changes).Write(folder);

        // Last: a folder with an experiment is a run, and this one is whole now.
        DurableFile.Write(folder.Experiment, new ExperimentWriter(plugins.Catalog).Write(fork));
        return folder;
    }

    // The nearest run of the lineage that follows its own experiment at a place.
    private static string Ancestor(RunFolder run, Position at)
    {
        var path = run.Path;
        while (Lineage.Read(run) is { } lineage && at < lineage.Place)
        {
            (path, run) = (lineage.Parent, RunFolder.Open(run.Past));
        }

        return path;
    }

    // Where a budget ends a stage only the run itself can say.
    private static string? Overspent(RunFolder run, PlannedStage planned, int iteration)
    {
        if (planned.Options is not IHasBudget { Tokens: { } budget } || SpentTokens.Read(run, planned.Label) is not { } spent || iteration <= spent.Iterations)
        {
            return null;
        }

        return spent.Reaches(budget, spent.Iterations)
            ? string.Create(CultureInfo.InvariantCulture, $"stage {planned.Label} ended after {spent.Iterations} iterations, when its {budget} tokens were spent; it has no iteration {iteration}")
            : string.Create(CultureInfo.InvariantCulture, $"stage {planned.Label} has come to iteration {spent.Iterations}, and may spend its {budget} tokens before {iteration}; name one that it has");
    }

    // A fork of a fork needs its parent's past too, and what is computed as the parent did has the parent's teachers and opponents.
    private static void KeepPast(RunFolder parent, RunFolder folder)
    {
        Directory.CreateDirectory(folder.Past);
        foreach (var file in new[] { parent.Experiment, parent.Metrics, parent.ReportData, parent.Lineage }.Where(File.Exists))
        {
            File.Copy(file, Path.Combine(folder.Past, Path.GetFileName(file)));
        }

        foreach (var kept in new[] { parent.Past, parent.Teachers, parent.Opponents }.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(kept, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder.Past, Path.GetRelativePath(parent.Path, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    private static void CopyEpisodes(RunFolder parent, RunFolder folder)
    {
        Directory.CreateDirectory(folder.Episodes);
        foreach (var file in Directory.Exists(parent.Episodes) ? Directory.GetFiles(parent.Episodes, "*.jsonl") : [])
        {
            File.Copy(file, Path.Combine(folder.Episodes, Path.GetFileName(file)));
        }
    }

    // Earlier policies: they may sit at the table, and are played against in exams.
    private static void CopyPolicies(RunFolder parent, RunFolder folder, StagePlan plan, Position at)
    {
        foreach (var path in Directory.Exists(parent.Policies) ? Directory.GetDirectories(parent.Policies) : [])
        {
            if (plan.Read(Path.GetFileName(path)) is { } place && place <= at && Manifest.Fault(path) is null)
            {
                SealedFolder.Write(Path.Combine(folder.Policies, plan.Name(place)), target => new ModelFolder(target).Write(new ModelFolder(path).Read()));
            }
        }
    }

    // The weights of the stages that have ended and been evaluated.
    private static void CopyStages(RunFolder parent, RunFolder folder, StagePlan plan, Position at)
    {
        foreach (var stage in plan.Stages.Take(at.Stage))
        {
            var weights = Path.Combine(parent.Checkpoints, stage.Label);
            if (Directory.Exists(weights))
            {
                new ModelFolder(Path.Combine(folder.Checkpoints, stage.Label)).Write(new ModelFolder(weights).Read());
            }
        }
    }
}
