using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Cli;

/// <summary>What a person plays: an environment by its kind with its defaults and every tool that needs no options, or what an experiment file says.</summary>
/// <param name="Source">The kind or the file, as messages name it.</param>
/// <param name="Experiment">Its environment, tools, limits and rewards are played with.</param>
/// <param name="Catalog">The plugins there are.</param>
internal sealed record PlayOrder(string Source, Experiment Experiment, Catalog Catalog)
{
    public Plugin Environment => Catalog.For(Experiment.Environment);

    /// <summary>Reads what was asked for.</summary>
    /// <exception cref="InvalidInputException">There is no such environment, or the file is wrong.</exception>
    public static PlayOrder Read(string what, IEnumerable<string>? libraries, Surroundings surroundings)
    {
        if (what.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            var file = ExperimentFile.Read(surroundings.Path(what));
            return new(file.Path, file.Experiment, file.Catalog);
        }

        var catalog = surroundings.Catalog(libraries);
        var kinds = catalog.Of<EnvironmentOptions>().ToArray();
        var environment = kinds.FirstOrDefault(plugin => plugin.Kind == what) ?? throw UnknownKind.Of(what, "environment", kinds);
        return PluginExaminer.NeedsOptions(environment)
            ? throw new InvalidInputException(what, "has options that somebody must say: lab play <experiment file> plays it with those of a file")
            : new(what, Defaults(environment, catalog), catalog);
    }

    /// <summary>Makes what is played with.</summary>
    /// <exception cref="InvalidInputException">Something cannot be made for what its options say, or needs what is not there.</exception>
    public ExperimentParts Make(IServiceProvider services)
    {
        var parts = new ExperimentParts(Experiment, services.GetRequiredService<PluginFactory>(), services.GetServices<IToolDecorator>(), Source);

        // A tool that is not ready says so when it is called.
        return (parts.Environment as IReadiness)?.NotReady() is { } missing ? throw new InvalidInputException(Source, missing) : parts;
    }

    private static Experiment Defaults(Plugin environment, Catalog catalog) => new()
    {
        Name = environment.Kind,
        Environment = Make<EnvironmentOptions>(environment),
        // At a game's table only moves count.
        Tools = environment.Implementation.IsAssignableTo(typeof(IGame))
            ? []
            : [.. catalog.Of<ToolOptions>().Where(tool => !PluginExaminer.NeedsOptions(tool)).Select(Make<ToolOptions>)],
        Stages = [],
    };

    private static T Make<T>(Plugin plugin) => (T)Activator.CreateInstance(plugin.Options)!;
}
