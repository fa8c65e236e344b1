using Lab.Core;
using Lab.Experiments;

namespace Lab.Hosting;

/// <summary>A comparison file that was read, and the runs that it asks for.</summary>
/// <param name="Path">Where it is, as messages name it.</param>
/// <param name="Comparison">Its content.</param>
/// <param name="Runs">Every variant with every seed.</param>
/// <param name="Catalog">The lab's plugins and those of the base's libraries.</param>
public sealed record ComparisonFile(string Path, Comparison Comparison, EquatableArray<ComparedRun> Runs, Catalog Catalog)
{
    private const string FallbackName = "comparison";

    /// <summary>Names the folder of its runs.</summary>
    public string Name => Comparison.Name
        ?? (System.IO.Path.GetFileNameWithoutExtension(Path) is var name && Experiment.IsName(name) ? name : FallbackName);

    /// <summary>Reads the comparison, then its base, then every variant, each strictly.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="overrides">Changes from the command line: of the comparison's own members or, all others, of every run.</param>
    /// <exception cref="InvalidInputException">One of them cannot be read, or something in it is wrong.</exception>
    public static ComparisonFile Read(string path, params IEnumerable<string> overrides)
    {
        var changes = overrides.Select(change => change.StartsWith("seed=", StringComparison.Ordinal) ? $"seeds=[{change["seed=".Length..]}]" : change).ToLookup(ComparisonReader.IsItsOwn);
        var comparison = new ComparisonReader().Read(path, changes[true]);
        var varied = ReadBase(path, comparison.Base, changes[false]);
        var runs = new Expansion(varied.Catalog, comparison, path).Expand(File.ReadAllText(varied.Path), varied.Path, varied.Experiment.Seed, changes[false]);
        return new(path, comparison, [.. runs], varied.Catalog);
    }

    /// <summary>The same comparison with its experiments changed, as the machine decides.</summary>
    public ComparisonFile Resolve(Func<Experiment, Experiment> resolve) =>
        this with { Runs = [.. Runs.Select(run => run with { Experiment = resolve(run.Experiment) })] };

    /// <summary>Everything that the environments say against its runs.</summary>
    /// <inheritdoc cref="RunPlanner.Check"/>
    public async Task<IReadOnlyList<InputError>> Check(RunPlanner planner, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(planner);
        var errors = new List<InputError>();
        var warnings = new List<InputError>();
        foreach (var run in Runs)
        {
            try
            {
                warnings.AddRange(await planner.Check(run.Experiment, Path, stop).ConfigureAwait(false));
            }
            catch (InvalidInputException error)
            {
                errors.AddRange(error.Errors.Select(run.Origin.Trace));
            }
        }

        return errors.Count == 0 ? [.. warnings.Distinct()] : throw new InvalidInputException(Path, [.. errors.Distinct()]);
    }

    private static ExperimentFile ReadBase(string path, string named, IEnumerable<string> overrides)
    {
        var full = ShownPath.Of(System.IO.Path.GetFullPath(named, System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!));
        var at = JsonPath.Root.Member("base").ToString();
        if (ComparisonReader.IsComparison(full))
        {
            throw new InvalidInputException(path, [new(at, $"{full} is a comparison itself; a base is an experiment")]);
        }

        try
        {
            return ExperimentFile.Read(full, overrides);
        }
        catch (InvalidInputException error) when (!File.Exists(full))
        {
            throw new InvalidInputException(path, [new(at, error.Message)]);
        }
    }
}
