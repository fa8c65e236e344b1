using Lab.Core;
using Lab.Experiments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lab.Hosting;

/// <summary>A run that was worked on, found and read, and not yet loaded: loading takes torch, and so a process prepared for it.</summary>
/// <param name="Folder">The run.</param>
/// <param name="File">Its experiment.</param>
public sealed record OpenedRun(RunFolder Folder, ExperimentFile File)
{
    /// <summary>Threads for torch.</summary>
    public int Threads => File.Experiment.Resolved!.Threads;

    /// <summary>Opens the run of a folder.</summary>
    /// <exception cref="InvalidInputException">It is no run folder, it is damaged, or the run has not ended.</exception>
    public static OpenedRun Open(string path)
    {
        var folder = RunFolder.Open(path);
        var file = RunFile.Read(folder);
        return Directory.Exists(folder.Final)
            ? new(folder, file)
            : throw new InvalidInputException(folder.Path, $"has no final weights ({ShownPath.Of(folder.Final)}): the run has not ended; lab resume goes on with one that was stopped");
    }

    /// <summary>Loads the policy and does something with it, inside a host.</summary>
    public async Task<T> Use<T>(Func<TrainedRun, CancellationToken, Task<T>> use, LogLevel least)
    {
        var host = await LabHost.Start(File.Catalog, least).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            var run = await TrainedRun.Load(
                Folder,
                File.Experiment,
                host.Services.GetRequiredService<PluginFactory>(),
                host.Services.GetServices<IToolDecorator>(),
                host.Stopping).ConfigureAwait(false);
            await using (run.ConfigureAwait(false))
            {
                return await use(run, host.Stopping).ConfigureAwait(false);
            }
        }
    }
}
