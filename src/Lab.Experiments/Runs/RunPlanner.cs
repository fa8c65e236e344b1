using System.Reflection;
using System.Runtime.InteropServices;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Turns an experiment into a run folder from which a process of its own can work.</summary>
/// <param name="plugins">Makes what the experiment names.</param>
/// <param name="time">Names the folder.</param>
public sealed class RunPlanner(PluginFactory plugins, TimeProvider time)
{
    /// <summary>Fills in what the machine decides before a run starts.</summary>
    public static Experiment Resolve(Experiment experiment, MachineOptions machine, string? commit) => experiment with
    {
        Resolved = new()
        {
            Lab = typeof(RunPlanner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            Runtime = RuntimeInformation.FrameworkDescription,
            Commit = commit,
            Data = DataFiles.Of(experiment),
            Device = machine.Device,
            Threads = machine.Threads == 0 ? Environment.ProcessorCount : machine.Threads,
        },
    };

    /// <summary>Everything that the environment itself and the other runs that it names say against this experiment.</summary>
    /// <param name="experiment">Right in itself.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="stop">Ends it early.</param>
    /// <param name="parent">Of a fork: the run that it branches off from.</param>
    /// <returns>What a person should know and what stops nothing.</returns>
    /// <exception cref="InvalidInputException">Something does.</exception>
    public async Task<IReadOnlyList<InputError>> Check(Experiment experiment, string source, CancellationToken stop, StoredRun? parent = null)
    {
        var parts = new ExperimentParts(experiment, plugins, [], source);
        parts.TryAlgorithms(source, experiment, plugins);
        var errors = await FeasibilityCheck.Run(experiment, parts, new(plugins.Catalog, parent), stop).ConfigureAwait(false);
        return errors.Count == 0 ? parts.Warnings : throw new InvalidInputException(source, errors);
    }

    /// <summary>Makes the folder. From here on the run exists.</summary>
    /// <param name="experiment">Resolved and checked.</param>
    /// <param name="parent">Where run folders are made.</param>
    /// <exception cref="InvalidInputException">Another run that it names is not there any more, or the folder cannot be made.</exception>
    public RunFolder Create(Experiment experiment, string parent)
    {
        var others = new OtherRuns(plugins.Catalog, null).ReadAll(experiment);
        return Fill(RunFolder.Create(parent, experiment.Name, time), experiment, others);
    }

    /// <summary>Makes the folder of a comparison, and in it those of its runs. From here on they exist.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="name">Names the folder.</param>
    /// <param name="runs">Resolved and checked.</param>
    /// <param name="parent">Where run folders are made.</param>
    public ComparisonFolder Create(Comparison comparison, string name, IEnumerable<ComparedRun> runs, string parent)
    {
        var others = new OtherRuns(plugins.Catalog, null);
        var needed = runs.Select(run => (run, others.ReadAll(run.Experiment))).ToArray();
        var folder = ComparisonFolder.Create(parent, name, comparison, [.. needed.Select(run => run.run)], time);
        foreach (var (run, files) in needed)
        {
            Fill(RunFolder.CreateAt(folder.In(run.Folder)), run.Experiment, files);
        }

        folder.Write();
        return folder;
    }

    // The experiment last: with it the folder is a run, and has all that it needs.
    private RunFolder Fill(RunFolder folder, Experiment experiment, IEnumerable<(OtherRun Run, ModelFiles Files)> others)
    {
        OtherRuns.Keep(others, folder);
        DurableFile.Write(folder.Experiment, new ExperimentWriter(plugins.Catalog).Write(experiment));
        return folder;
    }
}
