using System.Text.Json;
using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>Writes what a run leaves, however it ended: the weights that it has, the page, and last the report, which says how it ended.</summary>
internal sealed class RunEnding(RunFolder folder, Experiment experiment, Policy policy, RunLog log, RunWatch watch, RunClock clock)
{
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task<RunReport> Write(RunStatus status, IReadOnlyList<EvaluationResult> evaluations)
    {
        log.Flush();
        new ModelFolder(folder.Final).Write(await policy.Export(CancellationToken.None).ConfigureAwait(false));
        var report = Report(status, evaluations);
        DurableFile.Write(folder.ReportPage, ReportPage.Render(folder, experiment, report));
        DurableFile.Write(folder.ReportData, JsonSerializer.Serialize(report, RecordJson.Indented) + "\n");
        return report;
    }

    /// <summary>The same as far as it can be done: what went wrong before is what must be told.</summary>
    public async Task TryWrite(RunStatus status, IReadOnlyList<EvaluationResult> evaluations)
    {
        try
        {
            await Write(status, evaluations).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Such as a full disk.
        }
    }

    private RunReport Report(RunStatus status, IReadOnlyList<EvaluationResult> evaluations) => new()
    {
        Experiment = experiment.Name,
        Seed = experiment.Seed,
        Status = status,
        Seconds = clock.Seconds,
        Tokens = new(log.Trained, log.Sampled),
        Demonstrations = log.Demonstrations is { Trials: > 0 } shown ? new(shown.Trials, shown.Value, shown.Low, shown.High) : null,
        Tripped = log.Tripped,
        Alarms = watch.Alarms,
        Evaluation = evaluations,
    };
}
