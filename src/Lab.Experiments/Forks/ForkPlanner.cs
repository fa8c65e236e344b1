using System.Globalization;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Makes the folder of a run that shares another's past.</summary>
/// <param name="plugins">Makes what the experiments name.</param>
/// <param name="time">Names the folder.</param>
public sealed class ForkPlanner(PluginFactory plugins, TimeProvider time)
{
    /// <summary>Reads where in a run something is.</summary>
    /// <param name="experiment">The run's.</param>
    /// <param name="text">Such as <c>reinforce/20</c>: so many iterations of the stage are done. A number alone is of the last stage.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <exception cref="InvalidInputException">The run has no such place.</exception>
    public Position Locate(Experiment experiment, string text, string source)
    {
        var plan = new StagePlan(experiment, plugins);
        var parts = text.Contains('/', StringComparison.Ordinal) ? text.Split('/') : [plan.Stages[^1].Label, text];
        if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var iteration))
        {
            throw new InvalidInputException(source, $"'{Excerpt.Of(text)}' is no place in a run; expected a stage and an iteration, such as {plan.Stages[^1].Label}/1");
        }

        var labels = plan.Stages.Select(stage => stage.Label).ToArray();
        var stage = plan.Find(parts[0]) ?? throw new InvalidInputException(source, Wording.Unknown("stage", parts[0], labels));
        return iteration <= plan.Stages[stage].Stage.Iterations
            ? new(stage, iteration)
            : throw new InvalidInputException(source, $"stage {labels[stage]} has {plan.Stages[stage].Stage.Iterations} iterations, not {iteration}");
    }

    /// <summary>Everything that the fork changes and may not.</summary>
    /// <exception cref="InvalidInputException">Something does.</exception>
    public void Check(Experiment parent, Experiment fork, Position at, string source)
    {
        InputError[] errors = [.. ForkRules.Check(parent, fork, new StagePlan(parent, plugins).Normalize(at), plugins)];
        if (errors.Length > 0)
        {
            throw new InvalidInputException(source, errors);
        }
    }

    /// <summary>Makes the folder: the parent's records and its last good checkpoint up to the branching point, and what it needs to recompute the rest.</summary>
    /// <param name="parent">The run to branch off from.</param>
    /// <param name="before">Its experiment.</param>
    /// <param name="fork">The changed experiment, resolved and checked.</param>
    /// <param name="at">Where; the beginning of a stage is the end of the one before it.</param>
    /// <param name="changes">As typed.</param>
    /// <param name="where">Where the folder is made.</param>
    /// <param name="start">Knows of something to begin from; null takes the parent's checkpoints.</param>
    public RunFolder Create(RunFolder parent, Experiment before, Experiment fork, Position at, EquatableArray<string> changes, string where, RunState? start = null)
    {
        var plan = new StagePlan(before, plugins);
        at = plan.Normalize(at);
        var records = new RunRecords(parent, plan);
        var state = start ?? new CheckpointStore(parent, plan).Latest(at, records.Fault).State;
        var folder = RunFolder.Create(where, fork.Name, time);
        KeepPast(parent, folder);
        if (state is not null)
        {
            CopyEpisodes(parent, folder);
            File.Copy(parent.Metrics, folder.Metrics);
            new RunRecords(folder, plan).CutBack(state.At);
            new CheckpointStore(folder, plan).Save(state, fork.Checkpoints.Keep);
            CopyStages(parent, folder, plan, state.At);
        }

        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(parent.Path)));
        new Lineage(Path.GetFullPath(parent.Path), name, plan.Write(at), at, changes).Write(folder);

        // Last: a folder with an experiment is a run, and this one is whole now.
        DurableFile.Write(folder.Experiment, new ExperimentWriter(plugins.Catalog).Write(fork));
        return folder;
    }

    // A fork of a fork needs its parent's past too.
    private static void KeepPast(RunFolder parent, RunFolder folder)
    {
        Directory.CreateDirectory(folder.Past);
        foreach (var file in new[] { parent.Experiment, parent.Metrics, parent.ReportData, parent.Lineage }.Where(File.Exists))
        {
            File.Copy(file, Path.Combine(folder.Past, Path.GetFileName(file)));
        }

        if (Directory.Exists(parent.Past))
        {
            foreach (var file in Directory.EnumerateFiles(parent.Past, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder.Past, "past", Path.GetRelativePath(parent.Past, file));
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
