using Lab.Core;
using Lab.Experiments;
using Lab.Policies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lab.Hosting;

/// <summary>A run that was worked on.</summary>
/// <param name="Report">What it came to.</param>
/// <param name="Prompt">A held-out problem as a person would type it; null where the environment reads no prompts.</param>
public sealed record WorkedRun(RunReport Report, string? Prompt);

/// <summary>Works through a run folder in this process, which is the run's own.</summary>
public static class RunHost
{
    /// <summary>The experiment of a run that can be worked on: it has not finished, and nobody is at work on it.</summary>
    /// <exception cref="InvalidInputException">It is no run folder, it is damaged, it has finished, or it is in use.</exception>
    public static ExperimentFile Open(RunFolder folder)
    {
        var file = RunFile.Read(folder);
        using (RunLock.Take(folder))
        {
            folder.RequireUnfinished();
        }

        return file;
    }

    /// <summary>Runs the experiment from where it is to its end, or until the process is asked to stop; then what was learned is saved.</summary>
    /// <exception cref="RunFailedException">It cannot go on.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop before there was anything to save.</exception>
    /// <exception cref="TorchUnavailableException">Torch cannot be loaded.</exception>
    public static async Task<WorkedRun> Work(RunFolder folder, ExperimentFile file, IRunWatcher watcher, LogLevel least)
    {
        var host = await LabHost.Start(file.Catalog, least).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            var experiment = file.Experiment;
            using var stopping = host.Stopping.Register(watcher.Stopping);
            using var torch = await TorchRuntime.Start(experiment.Resolved!.Device, experiment.Resolved.Threads).ConfigureAwait(false);
            var worker = host.Services.GetRequiredService<RunWorker>();
            var report = await worker.Work(folder, experiment, torch, watcher, host.Stopping).ConfigureAwait(false);
            return new(report, Prompt(experiment, host.Services.GetRequiredService<PluginFactory>()));
        }
    }

    private static string? Prompt(Experiment experiment, PluginFactory plugins)
    {
        var parts = new ExperimentParts(experiment, plugins, []);
        return parts.Environment is IReadsPrompts
            ? string.Concat(parts.Problems.Evaluate(1, Draw.From(experiment.Seed).At("prompt"), parts.Difficulty)[0].Prompt(0).OfType<TextPart>().Select(part => part.Text))
            : null;
    }
}
