using Lab.Experiments;
using Lab.Policies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lab.Hosting;

/// <summary>Plays an episode of a run again in this process, which was prepared for torch.</summary>
public static class ReplayHost
{
    /// <inheritdoc cref="Replayer.Replay"/>
    /// <param name="folder">The run.</param>
    /// <param name="file">Its experiment.</param>
    /// <param name="at">The iteration, from 1.</param>
    /// <param name="episode">The episode, from 1.</param>
    /// <param name="watcher">Hears what is recomputed.</param>
    /// <param name="least">The least level that is logged.</param>
    public static async Task<ReplayedEpisode> Replay(RunFolder folder, ExperimentFile file, Position at, int episode, IProgress<RunEvent> watcher, LogLevel least)
    {
        var host = await LabHost.Start(file.Catalog, least).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            using var torch = await TorchRuntime.Start(file.Experiment.Resolved!.Device, file.Experiment.Resolved.Threads).ConfigureAwait(false);
            return await host.Services.GetRequiredService<Replayer>().Replay(folder, file.Experiment, at, episode, torch, watcher, host.Stopping).ConfigureAwait(false);
        }
    }
}
