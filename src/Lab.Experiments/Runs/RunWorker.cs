using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>
/// Works through a run folder: the stages in order, an evaluation after each, the weights, the report. It begins where the
/// folder's last good checkpoint stands.
/// </summary>
/// <param name="plugins">Makes what the experiment names.</param>
/// <param name="decorators">Wrap each tool.</param>
/// <param name="instruments">Traces and measures.</param>
/// <param name="sandbox">Where the plugins run programs.</param>
/// <param name="time">Measures.</param>
public sealed class RunWorker(PluginFactory plugins, IEnumerable<IToolDecorator> decorators, RunInstruments instruments, ISandbox sandbox, TimeProvider time)
{
    /// <summary>Runs the experiment of a folder to its end, or until it is asked to stop; then what was learned is saved.</summary>
    /// <exception cref="InvalidInputException">It is finished, another process works on it, or what it keeps of its past is damaged.</exception>
    /// <exception cref="RunFailedException">It cannot go on.</exception>
    public async Task<RunReport> Work(RunFolder folder, Experiment experiment, TorchRuntime torch, IProgress<RunEvent> watcher, CancellationToken stop)
    {
        using var hold = RunLock.Take(folder);
        folder.RequireUnfinished();
        try
        {
            return await Run(folder, experiment, torch, watcher, stop).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"{folder.Path}: {error.Message}; lab resume goes on from the last checkpoint");
        }
    }

    private async Task<RunReport> Run(RunFolder folder, Experiment experiment, TorchRuntime torch, IProgress<RunEvent> watcher, CancellationToken stop)
    {
        var course = Course.Of(folder, experiment, plugins);
        var store = new CheckpointStore(folder, course[^1].Plan);
        var (state, notes) = Resumption.Make(folder, course[^1].Plan, store);
        course = [.. course.Where(part => (state?.At ?? Position.Start) < part.Until)];
        foreach (var part in course)
        {
            DataFiles.Require(part.Experiment, part.Experiment, folder.Path);
        }

        var clock = new RunClock(time, state?.Seconds ?? 0);
        using var activity = instruments.Experiment(experiment.Name);
        using var watch = RunWatch.Start(folder, experiment, watcher, time);
        using var log = new RunLog(folder, instruments, watch, sandbox) { Counts = state?.Counts ?? default };
        ExperimentParts[] parts = [.. course.Select(part => new ExperimentParts(part.Experiment, plugins, decorators))];
        RequireReady(parts);
        var policy = await Begin(experiment, state, torch, stop).ConfigureAwait(false);
        await using (policy.ConfigureAwait(false))
        {
            var resolved = Resolve(experiment, torch, policy, parts[^1]);
            RunDocuments.Write(folder, parts[^1].Environment);
            DurableFile.Write(folder.Experiment, new ExperimentWriter(plugins.Catalog).Write(resolved));
            log.Tell(new RunEvent.Prepared(resolved.Resolved!, policy.Layout.Count));
            if (notes.Count > 0)
            {
                log.Tell(new RunEvent.Resumed([.. notes, .. Moved(experiment.Resolved!, resolved.Resolved!)], state?.Evaluations ?? []));
            }

            var ending = new RunEnding(folder, resolved, policy, log, watch, clock);
            var status = RunStatus.Finished;
            IReadOnlyList<EvaluationResult> evaluations = state?.Evaluations ?? [];
            try
            {
                foreach (var (part, own) in course.Zip(parts).Where(pair => (state?.At ?? Position.Start) < pair.First.Until))
                {
                    var runner = new StageRunner(folder, part, state, policy, own, log, instruments, time, clock, store);
                    evaluations = runner.Evaluations;
                    await runner.Run(stop).ConfigureAwait(false);
                    state = part.Until == Position.End ? null : store.Latest(part.Until, _ => null).State;
                    if (part.Until != Position.End && state?.At != part.Until)
                    {
                        throw new RunFailedException($"the parent's stage ended before {part.Plan.Write(part.Until)}, where this fork begins; fork it from an iteration that it has");
                    }
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                status = RunStatus.Interrupted;
            }
            catch
            {
                await ending.TryWrite(RunStatus.Failed, evaluations).ConfigureAwait(false);
                throw;
            }

            var report = await ending.Write(status, evaluations).ConfigureAwait(false);
            log.Tell(new RunEvent.Finished(report));
            return report;
        }
    }

    private Task<Policy> Begin(Experiment experiment, RunState? state, TorchRuntime torch, CancellationToken stop)
    {
        var tools = experiment.Tools.Select(tool => plugins.Catalog.For(tool).Kind).ToEquatableArray();
        return state is null
            ? Policy.Create(torch.Thread, torch.Device, experiment.Policy, tools, Draw.From(experiment.Seed).At("policy"), stop)
            : Load(state, torch, stop);
    }

    private static async Task<Policy> Load(RunState state, TorchRuntime torch, CancellationToken stop)
    {
        var policy = await Policy.Load(torch.Thread, torch.Device, state.Policy, "the checkpoint", stop).ConfigureAwait(false);
        policy.Version = state.Version;
        return policy;
    }

    // It was there when the run was planned; this process may be another day's.
    private static void RequireReady(IEnumerable<ExperimentParts> course)
    {
        if (course.SelectMany(parts => parts.Missing()).FirstOrDefault() is { } missing)
        {
            throw new RunFailedException($"{missing.Path}: {missing.Message}");
        }
    }

    private static Experiment Resolve(Experiment experiment, TorchRuntime torch, Policy policy, ExperimentParts parts) => experiment with
    {
        Resolved = experiment.Resolved! with
        {
            ActualDevice = torch.Device.ToString(),
            Torch = torch.TorchVersion,
            Processor = ProcessorName.Read(),
            Regime = policy.Regime,
            Warnings = [.. parts.Warnings.Select(warning => $"{warning.Path}: {warning.Message}")],
        },
    };

    // Bytes repeat on one processor model, with one version and one number of threads.
    private static IEnumerable<string> Moved(Resolution before, Resolution now)
    {
        foreach (var (what, then, here) in new[] { ("processor", before.Processor, now.Processor), ("device", before.ActualDevice, now.ActualDevice), ("torch", before.Torch, now.Torch) })
        {
            if (then is not null && then != here)
            {
                yield return $"the {what} was {then} and is {here}: this run will not end with the bytes of one that was never stopped";
            }
        }
    }
}
