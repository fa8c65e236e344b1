using Lab.Core;
using Lab.Environments;
using Lab.Experiments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lab.Hosting;

/// <summary>Puts the lab together. Whoever embeds it may register any of these first and so override it.</summary>
public static class LabServices
{
    /// <summary>Everything that runs experiments.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="catalog">The plugins there are.</param>
    public static IServiceCollection AddLab(this IServiceCollection services, Catalog catalog)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(catalog);
        services.TryAddSingleton(provider => new PluginFactory(catalog, provider));
        services.TryAddSingleton<IExpressions, ParlotExpressions>();
        services.TryAddSingleton<IDocuments, SqliteDocuments>();
        services.TryAddSingleton<IHasDocuments, NoDocuments>();
        services.TryAddSingleton<SandboxPoolOptions>();
        services.TryAddSingleton<SandboxInstruments>();
        services.TryAddSingleton<ISandbox, SandboxPool>();
        services.TryAddSingleton<ToolInstruments>();
        services.TryAddSingleton<RunInstruments>();

        // The first is innermost: a call waits for its turn before it is timed.
        services.AddSingleton<IToolDecorator, RecordedToolDecorator>();
        services.AddSingleton<IToolDecorator, MeteredToolDecorator>();
        services.AddSingleton<IToolDecorator, BoundedToolDecorator>();
        services.TryAddSingleton<RunPlanner>();
        services.TryAddSingleton<RunWorker>();
        services.TryAddSingleton<ForkPlanner>();
        services.TryAddSingleton<Replayer>();
        return services;
    }
}
