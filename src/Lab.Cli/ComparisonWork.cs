using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lab.Experiments;
using Lab.Hosting;

namespace Lab.Cli;

/// <summary>Runs a comparison: one process after the other, a line for each, and the page written anew after each.</summary>
/// <param name="folder">Has the runs.</param>
/// <param name="surroundings">Where it says what happens.</param>
/// <param name="lives">Whether each run has its live display; else it is silent.</param>
/// <param name="json">Whether nothing but comparison.json is written, in one line.</param>
/// <param name="flags">Handed on to each run's process.</param>
internal sealed class ComparisonWork(ComparisonFolder folder, Surroundings surroundings, bool lives, bool json, IEnumerable<string> flags)
{
    private readonly long _start = surroundings.Time.GetTimestamp();

    /// <summary>Works on the runs in order; gives the exit code. A run that fails does not keep the others from running.</summary>
    public async Task<int> Run()
    {
        Say($"{folder.Name}: {folder.Runs.Count} run{(folder.Runs.Count == 1 ? "" : "s")} in {folder.Path}");
        var result = ExitCode.Done;
        var stopping = false;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        foreach (var (index, run) in folder.Runs.Index())
        {
            if (lives)
            {
                Say(string.Create(CultureInfo.InvariantCulture, $"{index + 1}/{folder.Runs.Count}"));
            }

            var code = await WorkProcess.Run(["work", folder.In(run.Folder), "--member", .. flags], run.Experiment.Resolved!.Threads);
            var report = folder.Write();
            Say(Line(report.Runs[index], index + 1));
            result = code == ExitCode.Done ? result : ExitCode.Failed;

            // A run may end by itself in the moment in which it is told to.
            if (stopping || code == ExitCode.Interrupted)
            {
                result = ExitCode.Interrupted;
                break;
            }
        }

        if (json)
        {
            var report = JsonSerializer.SerializeToNode(folder.Report(), RecordJson.Line)!.AsObject();
            report.Insert(0, "folder", JsonValue.Create(folder.Path));
            surroundings.Out.WriteLine(report.ToJsonString(RecordJson.Line));
        }

        Say($"compared  {folder.Page}");
        return result;

        void Stop(PosixSignalContext context) => (context.Cancel, stopping) = (true, true);
    }

    private void Say(string line)
    {
        if (!json)
        {
            surroundings.Out.WriteLine(line);
            surroundings.Out.Flush();
        }
    }

    private string Line(ComparedReport run, int done)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{run.Label}, seed {run.Seed}");
        if (run.Report is not { } report)
        {
            return $"{name}: failed; its folder is {folder.In(run.Folder)}";
        }

        var last = report.Evaluation.Where(result => result.When == report.Evaluation[^1].When)
            .Select(result => result.Game is null
                ? $"{RunLines.Name(result.Sampling)} {Format.Share(result.Accuracy)} ({Format.Share(result.Low)} to {Format.Share(result.High)})"
                : $"{RunLines.Name(result.Sampling)} {Achievement.Of(result).Name} {Achievement.Of(result).Figure}");
        string[] parts =
        [
            .. report.Status == RunStatus.Finished ? Array.Empty<string>() : [RunLines.Name(report.Status)],
            .. last,
            $"{Format.Count(report.Tokens.Sampled)} tokens sampled",
            Format.Duration(TimeSpan.FromSeconds(report.Seconds)),
        ];
        var left = surroundings.Time.GetElapsedTime(_start) / done * (folder.Runs.Count - done);
        return $"{name}: {string.Join(", ", parts)}{(done < folder.Runs.Count ? $"; {done} of {folder.Runs.Count}, {Format.Duration(left)} left" : "")}";
    }
}
