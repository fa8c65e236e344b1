using System.Globalization;
using System.Text.Json;
using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>
/// Plays an iteration of a run again and shows one of its episodes. The whole iteration is played, because in lockstep an
/// episode's bits depend on its neighbours. It works on a fork in a temporary folder; the run is only read.
/// </summary>
/// <param name="plugins">Makes what the experiment names.</param>
/// <param name="forks">Makes the fork.</param>
/// <param name="worker">Works on it.</param>
public sealed class Replayer(PluginFactory plugins, ForkPlanner forks, RunWorker worker)
{
    /// <summary>Plays it again.</summary>
    /// <param name="run">The run.</param>
    /// <param name="experiment">Its experiment.</param>
    /// <param name="at">The iteration, from 1.</param>
    /// <param name="episode">The episode's place among the iteration's, from 1: by problem, then seat, then attempt.</param>
    /// <param name="torch">Computes.</param>
    /// <param name="watcher">Hears what is recomputed.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="InvalidInputException">There is no such episode, or what it takes to play it again is missing or damaged.</exception>
    public async Task<ReplayedEpisode> Replay(
        RunFolder run, Experiment experiment, Position at, int episode, TorchRuntime torch, IProgress<RunEvent> watcher, CancellationToken stop)
    {
        var followed = Followed(new(run, experiment), at);
        DataFiles.Require(followed.Experiment, followed.Experiment, run.Path);
        var plan = new StagePlan(followed.Experiment, plugins);
        var sampledBy = plan.Normalize(at with { Iteration = at.Iteration - 1 });
        var start = new StartingPoints(plugins).Playable(new(run, experiment), sampledBy);
        var scratch = Directory.CreateTempSubdirectory("lab-replay-").FullName;
        try
        {
            // What is measured changes nothing that is played, and little of it takes less time.
            var quick = followed.Experiment with { Evaluation = new() { Problems = 1, Sampling = [Sampling.Greedy], Every = 0, EveryProblems = 1 }, Checkpoints = new() { Every = 0 } };
            var fork = forks.Create(followed, quick, sampledBy, ["evaluation", "checkpoints"], scratch, start);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var capture = new Capture(plan.Stages[at.Stage].Label, at.Iteration, watcher, enough);
            await worker.Work(fork, quick, torch, capture, enough.Token).ConfigureAwait(false);
            stop.ThrowIfCancellationRequested();
            var played = capture.Groups.SelectMany(group => group.Episodes).ToArray();
            return episode <= played.Length
                ? new(played[episode - 1], Stored(run, plan.Name(at), episode))
                : throw new InvalidInputException(run.Path, string.Create(CultureInfo.InvariantCulture, $"{plan.Write(at)} has {played.Length} episodes, not {episode}"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(run.Path, $"{plan.Write(at)} cannot be played again: {error.Message}");
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    // Before a fork's branching point, its parent was followed.
    private StoredRun Followed(StoredRun run, Position at)
    {
        while (Lineage.Read(run.Folder) is { } lineage && at <= lineage.Place)
        {
            var past = RunFolder.Open(run.Folder.Past);
            run = new(past, new ExperimentReader(plugins.Catalog).Read(past.Experiment));
        }

        return run;
    }

    private static Episode? Stored(RunFolder run, string name, int episode)
    {
        var path = Path.Combine(run.Episodes, $"{name}.jsonl");
        try
        {
            return File.Exists(path) && File.ReadLines(path).ElementAtOrDefault(episode - 1) is { } line ? JsonSerializer.Deserialize<Episode>(line, RecordJson.Line) : null;
        }
        catch (JsonException error)
        {
            throw new InvalidInputException(path, $"line {episode} is damaged: {error.Message}");
        }
    }

    private sealed class Capture(string stage, int iteration, IProgress<RunEvent> next, CancellationTokenSource enough) : IProgress<RunEvent>
    {
        public IReadOnlyList<Group> Groups { get; private set; } = [];

        public void Report(RunEvent value)
        {
            if (value is RunEvent.Played played && played.Stage == stage && played.Iteration == iteration)
            {
                Groups = played.Groups;
                enough.Cancel();
            }

            next.Report(value);
        }
    }
}
