using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Tests;

/// <summary>Runs experiments inside the test process.</summary>
internal sealed class Runs : IDisposable
{
    private readonly ServiceProvider _services;
    private int _copies;

    public Runs(ISandbox? sandbox = null)
    {
        Catalog = Catalog.Scan([.. PluginAssemblies.Own, typeof(Runs).Assembly]);
        var services = new ServiceCollection().AddLogging().AddMetrics();
        _services = (sandbox is null ? services : services.AddSingleton(sandbox)).AddLab(Catalog).BuildServiceProvider();
    }

    public Catalog Catalog { get; }

    /// <summary>Where the run folders are made.</summary>
    public string Parent { get; } = Directory.CreateTempSubdirectory("lab-tests-").FullName;

    public ForkPlanner Forks => _services.GetRequiredService<ForkPlanner>();

    public Replayer Replayer => _services.GetRequiredService<Replayer>();

    public PluginFactory Plugins => _services.GetRequiredService<PluginFactory>();

    public RunPlanner Planner => _services.GetRequiredService<RunPlanner>();

    public Experiment Read(string text, params string[] overrides) => new ExperimentReader(Catalog).Parse(text, "test.json", overrides);

    /// <summary>Plans and works an experiment.</summary>
    public async Task<(RunFolder Folder, RunReport Report, List<RunEvent> Events)> Work(Experiment experiment, CancellationToken stop, Action<RunEvent>? happened = null, Action<RunFolder>? planned = null)
    {
        var resolved = RunPlanner.Resolve(experiment, new() { Threads = 2 }, commit: null);
        await Planner.Check(resolved, "test.json", stop);
        var folder = Planner.Create(resolved, Parent);
        planned?.Invoke(folder);
        var (report, events) = await Resume(folder, stop, happened);
        return (folder, report, events);
    }

    /// <summary>Works on a run that exists, from where it is.</summary>
    public async Task<(RunReport Report, List<RunEvent> Events)> Resume(RunFolder folder, CancellationToken stop, Action<RunEvent>? happened = null)
    {
        var events = new List<RunEvent>();
        var experiment = new ExperimentReader(Catalog).Read(folder.Experiment);
        return (await _services.GetRequiredService<RunWorker>().Work(folder, experiment, Torch.Runtime, new Watcher(events, happened), stop), events);
    }

    /// <summary>The folder of a fork, not yet worked on.</summary>
    public RunFolder Fork(RunFolder parent, string at, params string[] changes)
    {
        var before = new StoredRun(parent, Experiment(parent));
        var after = Read(File.ReadAllText(parent.Experiment), changes);
        var place = Forks.Locate(before, at, "--at");
        Forks.Check(before, after, place, "--set");
        return Forks.Create(before, after, place, [.. changes], Parent);
    }

    /// <summary>The experiment of a run.</summary>
    public Experiment Experiment(RunFolder folder) => new ExperimentReader(Catalog).Read(folder.Experiment);

    /// <summary>A copy of a run as it is at this moment: what a killed process would leave.</summary>
    public RunFolder Copy(RunFolder folder)
    {
        var copy = Path.Combine(Parent, $"copy-{Interlocked.Increment(ref _copies)}");
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Where(file => file != folder.Lock))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return RunFolder.Open(copy);
    }

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(Parent, recursive: true);
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
