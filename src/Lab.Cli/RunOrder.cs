using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;

namespace Lab.Cli;

/// <summary>What <c>lab run</c> is told to run: an experiment or a comparison. A closed union.</summary>
internal abstract record RunOrder
{
    private RunOrder()
    {
    }

    /// <summary>The plugins that its file may name.</summary>
    public abstract Catalog Catalog { get; }

    /// <summary>What is run, in order.</summary>
    public abstract IEnumerable<(Experiment Experiment, Catalog Catalog)> Experiments { get; }

    /// <summary>Reads a file, and fills in what the machine decides.</summary>
    /// <exception cref="InvalidInputException">It cannot be read, or something in it is wrong.</exception>
    public static RunOrder Read(string path, string[] overrides, MachineOptions machine)
    {
        var commit = GitCommit.Of(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (ComparisonReader.IsComparison(path))
        {
            return new Compared(ComparisonFile.Read(path, overrides).Resolve(experiment => RunPlanner.Resolve(experiment, machine, commit)));
        }

        var file = ExperimentFile.Read(path, overrides);
        return new Single(file with { Experiment = RunPlanner.Resolve(file.Experiment, machine, commit) });
    }

    /// <summary>The file's path, as messages name it.</summary>
    public abstract string Source { get; }

    /// <inheritdoc cref="RunPlanner.Check"/>
    public abstract Task<IReadOnlyList<InputError>> Check(RunPlanner planner, CancellationToken stop);

    public sealed record Single(ExperimentFile File) : RunOrder
    {
        public override Catalog Catalog => File.Catalog;

        public override string Source => File.Path;

        public override IEnumerable<(Experiment, Catalog)> Experiments => [(File.Experiment, File.Catalog)];

        public override Task<IReadOnlyList<InputError>> Check(RunPlanner planner, CancellationToken stop) => planner.Check(File.Experiment, File.Path, stop);
    }

    public sealed record Compared(ComparisonFile File) : RunOrder
    {
        public override Catalog Catalog => File.Catalog;

        public override string Source => File.Path;

        public override IEnumerable<(Experiment, Catalog)> Experiments => File.Runs.Select(run => (run.Experiment, File.Catalog));

        public override Task<IReadOnlyList<InputError>> Check(RunPlanner planner, CancellationToken stop) => File.Check(planner, stop);
    }
}
