using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Tests;

/// <summary>Runs experiments inside the test process.</summary>
internal sealed class Runs : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _parent = Directory.CreateTempSubdirectory("lab-tests-").FullName;

    public Runs()
    {
        Catalog = Catalog.Scan([.. PluginAssemblies.Own, typeof(Runs).Assembly]);
        _services = new ServiceCollection().AddLogging().AddMetrics().AddLab(Catalog).BuildServiceProvider();
    }

    public Catalog Catalog { get; }

    public RunPlanner Planner => _services.GetRequiredService<RunPlanner>();

    public Experiment Read(string text, params string[] overrides) => new ExperimentReader(Catalog).Parse(text, "test.json", overrides);

    /// <summary>Plans and works an experiment.</summary>
    public async Task<(RunFolder Folder, RunReport Report, List<RunEvent> Events)> Work(Experiment experiment, CancellationToken stop, Action<RunEvent>? happened = null, Action<RunFolder>? planned = null)
    {
        var resolved = RunPlanner.Resolve(experiment, new() { Threads = 2 }, commit: null);
        await Planner.Check(resolved, "test.json", stop);
        var folder = Planner.Create(resolved, _parent);
        planned?.Invoke(folder);
        var events = new List<RunEvent>();
        var report = await _services.GetRequiredService<RunWorker>().Work(folder, resolved, Torch.Runtime, new Watcher(events, happened), stop);
        return (folder, report, events);
    }

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(_parent, recursive: true);
    }

    private sealed class Watcher(List<RunEvent> events, Action<RunEvent>? happened) : IProgress<RunEvent>
    {
        public void Report(RunEvent value)
        {
            events.Add(value);
            happened?.Invoke(value);
        }
    }
}
