using System.Text.Json;
using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>Works through a run folder: the stages in order, an evaluation after each, the weights, the report.</summary>
/// <param name="plugins">Makes what the experiment names.</param>
/// <param name="decorators">Wrap each tool.</param>
/// <param name="instruments">Traces and measures.</param>
/// <param name="time">Measures.</param>
public sealed class RunWorker(PluginFactory plugins, IEnumerable<IToolDecorator> decorators, RunInstruments instruments, TimeProvider time)
{
    /// <summary>Runs the experiment of a folder to its end, or until it is asked to stop; then what was learned is saved.</summary>
    /// <exception cref="RunFailedException">It cannot go on.</exception>
    public async Task<RunReport> Work(RunFolder folder, Experiment experiment, TorchRuntime torch, IProgress<RunEvent> watcher, CancellationToken stop)
    {
        var start = time.GetTimestamp();
        using var activity = instruments.Experiment(experiment.Name);
        using var watch = RunWatch.Start(folder, experiment, watcher, time);
        using var log = new RunLog(folder, instruments, watch);
        var root = Draw.From(experiment.Seed);
        var parts = new ExperimentParts(experiment, plugins, decorators);
        var policy = await Policy.Create(torch.Thread, torch.Device, experiment.Policy, parts.Tools.Names, root.At("policy"), stop).ConfigureAwait(false);
        await using (policy.ConfigureAwait(false))
        {
            experiment = WriteResolution(folder, experiment, torch, policy);
            log.Tell(new RunEvent.Prepared(experiment.Resolved!, policy.Layout.Count));
            var evaluations = new Evaluations(experiment, parts, policy, log, root.At("evaluation"));
            var status = RunStatus.Finished;
            try
            {
                await RunStages(folder, experiment, parts, policy, evaluations, log, root, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                status = RunStatus.Interrupted;
            }
            catch
            {
                await Save(folder, experiment, RunStatus.Failed, policy, log, watch, evaluations, start).ConfigureAwait(false);
                throw;
            }

            var report = await Save(folder, experiment, status, policy, log, watch, evaluations, start).ConfigureAwait(false);
            log.Tell(new RunEvent.Finished(report));
            return report;
        }
    }

    // However it ended, what was learned is kept and the report says how far it came.
    private async Task<RunReport> Save(RunFolder folder, Experiment experiment, RunStatus status, Policy policy, RunLog log, RunWatch watch, Evaluations evaluations, long start)
    {
        new ModelFolder(folder.Final).Write(await policy.Export(CancellationToken.None).ConfigureAwait(false));
        var report = Report(experiment, status, log, watch, evaluations, time.GetElapsedTime(start));
        DurableFile.Write(folder.ReportData, JsonSerializer.Serialize(report, RecordJson.Indented) + "\n");
        DurableFile.Write(folder.ReportPage, ReportPage.Render(folder, experiment, report));
        return report;
    }

    private async Task RunStages(
        RunFolder folder, Experiment experiment, ExperimentParts parts, Policy policy, Evaluations evaluations, RunLog log, Draw root, CancellationToken stop)
    {
        foreach (var options in experiment.Stages)
        {
            var stage = plugins.Create<IStage>(options);
            var label = options.Name ?? plugins.Catalog.For(options).Kind;
            using var activity = instruments.Stage(label);
            log.Tell(new RunEvent.StageStarted(label, stage.Iterations));
            await stage.Run(
                new()
                {
                    Label = label,
                    Draw = root.At("stage").At(label),
                    EnvironmentKind = parts.Kind,
                    Environment = parts.Environment,
                    Problems = parts.Problems,
                    Difficulty = parts.Difficulty,
                    Rollouts = parts.Rollouts,
                    Policy = policy,
                    Log = log,
                    Instruments = instruments,
                    Time = time,
                    Evaluate = evaluations.During,
                    From = 0,
                    Resumed = null,
                    Save = (_, _, _) => Task.CompletedTask,
                },
                stop).ConfigureAwait(false);
            new ModelFolder(Path.Combine(folder.Checkpoints, label)).Write(await policy.Export(stop).ConfigureAwait(false));
            await evaluations.After(label, stop).ConfigureAwait(false);
        }
    }

    private Experiment WriteResolution(RunFolder folder, Experiment experiment, TorchRuntime torch, Policy policy)
    {
        var resolved = experiment with
        {
            Resolved = experiment.Resolved! with
            {
                ActualDevice = torch.Device.ToString(),
                Torch = torch.TorchVersion,
                Processor = ProcessorName.Read(),
                Regime = policy.Regime,
            },
        };
        DurableFile.Write(folder.Experiment, new ExperimentWriter(plugins.Catalog).Write(resolved));
        return resolved;
    }

    private static RunReport Report(Experiment experiment, RunStatus status, RunLog log, RunWatch watch, Evaluations evaluations, TimeSpan elapsed) => new()
    {
        Experiment = experiment.Name,
        Seed = experiment.Seed,
        Status = status,
        Seconds = elapsed.TotalSeconds,
        Tokens = new(log.Trained, log.Sampled),
        Demonstrations = log.Demonstrations is { Trials: > 0 } shown ? new(shown.Trials, shown.Value, shown.Low, shown.High) : null,
        Alarms = watch.Alarms,
        Evaluation = evaluations.Results,
    };
}
