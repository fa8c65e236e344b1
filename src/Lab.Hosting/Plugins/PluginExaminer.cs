using System.Runtime.CompilerServices;
using Lab.Core;
using Lab.Experiments;

namespace Lab.Hosting;

/// <summary>A plugin and its checks.</summary>
/// <param name="Plugin">What was examined.</param>
/// <param name="Checks">Every check, passed or not.</param>
public sealed record ExaminedPlugin(Plugin Plugin, IReadOnlyList<Check> Checks);

/// <summary>Runs the conformance checks on plugins, with their default options or with those of an experiment.</summary>
/// <param name="plugins">Makes them.</param>
public sealed class PluginExaminer(PluginFactory plugins)
{
    private static readonly Type[] s_families = [typeof(EnvironmentOptions), typeof(ToolOptions), typeof(RewardOptions), typeof(VerifierOptions)];

    /// <summary>The plugins that there are checks for.</summary>
    public IEnumerable<Plugin> Candidates => plugins.Catalog.All.Where(plugin => s_families.Contains(plugin.Family));

    /// <summary>Whether there is a plugin only once somebody has said something, such as which file it reads.</summary>
    public static bool NeedsOptions(Plugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        return plugin.Options.IsDefined(typeof(RequiredMemberAttribute), inherit: true) || plugin.Options.GetConstructor([]) is null;
    }

    /// <summary>Examines a plugin with its default options. One that cannot even be made fails a single check.</summary>
    public async Task<ExaminedPlugin> Examine(Plugin plugin, CancellationToken stop)
    {
        object made;
        try
        {
            made = Make<object>(plugins, plugin);
        }
        catch (Exception error)
        {
            return new(plugin, [new("it can be made with its default options", false, $"{error.GetType().Name}: {error.Message}")]);
        }

        var own = With(made);
        var tools = new Toolbox(Defaults<ToolOptions>().Select(tool => KeyValuePair.Create(tool.Kind, Make<ITool>(own, tool))));
        return new(plugin, await Examine(plugin, made, tools, Facts(), stop).ConfigureAwait(false));
    }

    /// <summary>
    /// Examines the environment, a plugin that one of its options is (such as the verifier of a dataset), the tools and the reward
    /// functions of an experiment, each with its options there.
    /// </summary>
    /// <exception cref="InvalidInputException">One of them cannot be made.</exception>
    public async Task<IReadOnlyList<ExaminedPlugin>> Examine(Experiment experiment, CancellationToken stop)
    {
        var parts = new ExperimentParts(experiment, plugins, []);
        var own = With(parts.Environment);
        FactDeclaration[] facts = [.. parts.Environment.Facts, .. Facts()];
        var results = new List<ExaminedPlugin>();
        foreach (var options in (object[])[experiment.Environment, .. Within(experiment.Environment), .. experiment.Tools, .. experiment.Rewards])
        {
            var plugin = plugins.Catalog.For(options);
            results.Add(new(plugin, await Examine(plugin, own.Create<object>(options), parts.Tools, facts, stop).ConfigureAwait(false)));
        }

        return results;
    }

    private static async Task<IReadOnlyList<Check>> Examine(Plugin plugin, object made, Toolbox tools, IEnumerable<FactDeclaration> facts, CancellationToken stop) => made switch
    {
        IEnvironment environment => await EnvironmentConformance.Examine(plugin.Kind, environment, tools, Draw.From(1).At("check"), stop).ConfigureAwait(false),
        ITool tool => await ToolConformance.Examine(tool, stop).ConfigureAwait(false),
        IReward reward => await RewardConformance.Examine(reward, [.. facts.DistinctBy(fact => fact.Name)], stop).ConfigureAwait(false),
        IAnswerVerifier verifier => await VerifierConformance.Examine(verifier, stop).ConfigureAwait(false),
        _ => [],
    };

    private IEnumerable<object> Within(object options) => options.GetType().GetProperties()
        .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
        .Select(property => property.GetValue(options))
        .OfType<object>()
        .Where(value => Candidates.Any(plugin => plugin.Options == value.GetType()));

    private PluginFactory With(object made) => made is IHasDocuments documents ? plugins.With(documents) : plugins;

    private IEnumerable<Plugin> Defaults<TOptions>() => plugins.Catalog.Of<TOptions>().Where(plugin => !NeedsOptions(plugin));

    // A reward function may meet the verdicts of any environment.
    private IEnumerable<FactDeclaration> Facts() => Defaults<EnvironmentOptions>().SelectMany(plugin => Make<IEnvironment>(plugins, plugin).Facts);

    private static T Make<T>(PluginFactory plugins, Plugin plugin) => plugins.Create<T>(Activator.CreateInstance(plugin.Options)!);
}
