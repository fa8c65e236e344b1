using Lab.Core;

namespace Lab.Hosting;

/// <summary>Runs the conformance checks on plugins, each with its default options.</summary>
/// <param name="plugins">Makes them.</param>
public sealed class PluginExaminer(PluginFactory plugins)
{
    private static readonly Type[] s_families = [typeof(EnvironmentOptions), typeof(ToolOptions), typeof(RewardOptions)];

    /// <summary>The plugins that there are checks for.</summary>
    public IEnumerable<Plugin> Candidates => plugins.Catalog.All.Where(plugin => s_families.Contains(plugin.Family));

    /// <summary>Every check on a plugin, passed or not. One that cannot even be made fails a single check.</summary>
    public async Task<IReadOnlyList<Check>> Examine(Plugin plugin, CancellationToken stop)
    {
        object made;
        try
        {
            made = Make<object>(plugin);
        }
        catch (Exception error)
        {
            return [new("it can be made with its default options", false, $"{error.GetType().Name}: {error.Message}")];
        }

        return made switch
        {
            IEnvironment environment => await EnvironmentConformance.Examine(plugin.Kind, environment, Tools(), Draw.From(1).At("check"), stop).ConfigureAwait(false),
            ITool tool => await ToolConformance.Examine(tool, stop).ConfigureAwait(false),
            IReward reward => await RewardConformance.Examine(reward, Facts(), stop).ConfigureAwait(false),
            _ => [],
        };
    }

    private T Make<T>(Plugin plugin) => plugins.Create<T>(Activator.CreateInstance(plugin.Options)!);

    private Toolbox Tools() => new(plugins.Catalog.Of<ToolOptions>().Select(plugin => KeyValuePair.Create(plugin.Kind, Make<ITool>(plugin))));

    // A reward function may meet the verdicts of any environment.
    private FactDeclaration[] Facts() =>
        [.. plugins.Catalog.Of<EnvironmentOptions>().SelectMany(plugin => Make<IEnvironment>(plugin).Facts).DistinctBy(fact => fact.Name)];
}
