using System.Text;
using System.Text.Json;
using Lab.Core;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>Writes what a run does as it does it: a line of metrics per iteration, samples of its episodes, and events.</summary>
/// <param name="folder">The run's folder.</param>
/// <param name="instruments">Records the metrics for whoever listens.</param>
/// <param name="watcher">Hears of every event.</param>
/// <param name="sandbox">Counts what its clock ended; null where nothing runs in one.</param>
public sealed class RunLog(RunFolder folder, RunInstruments instruments, IProgress<RunEvent> watcher, ISandbox? sandbox = null) : IDisposable
{
    private const int EpisodesPerIteration = 8;

    // Without a buffer: a line that could not be written is not tried again when the file is closed.
    private readonly FileStream _metrics = new(folder.Metrics, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly HashSet<string> _unflushed = [];

    // What the sandbox ended before this process went on with the run, which is no part of it, and how much of the run's own the lines tell.
    private readonly int _foreign = sandbox?.Tripped ?? 0;
    private long _before;
    private long _told;

    /// <summary>Said tokens learned from so far.</summary>
    public long Trained { get; private set; }

    /// <summary>Said tokens sampled to be learned from so far.</summary>
    public long Sampled { get; private set; }

    /// <summary>Correct demonstrations so far, of all.</summary>
    public Proportion Demonstrations { get; private set; }

    /// <summary>What the sandbox's clock has ended so far, and no count: where there is any, the run need not repeat byte for byte.</summary>
    public long Tripped => _before + (sandbox?.Tripped ?? 0) - _foreign;

    /// <summary>What was counted so far; set where a run goes on.</summary>
    public RunCounts Counts
    {
        get => new(Trained, Sampled, Demonstrations, Tripped);
        set => (Trained, Sampled, Demonstrations, _before, _told) = (value.Trained, value.Sampled, value.Demonstrations, value.Tripped, value.Tripped);
    }

    /// <summary>Files of episodes that the disk may not have taken yet.</summary>
    internal IReadOnlyCollection<string> Unflushed => _unflushed;

    /// <summary>Has the disk take what was written so far: a checkpoint must not outlive the lines and episodes before it.</summary>
    public void Flush()
    {
        foreach (var file in _unflushed)
        {
            DurableFile.Flush(file);
        }

        _unflushed.Clear();
        _metrics.Flush(flushToDisk: true);
    }

    public void Tell(RunEvent happened) => watcher.Report(happened);

    /// <summary>Counts demonstrations.</summary>
    public void Demonstrated(IReadOnlyList<Group> groups) => Demonstrations = new(
        Demonstrations.Successes + groups.Sum(group => group.Episodes.Count(episode => episode.Verdict!.IsCorrect)),
        Demonstrations.Trials + groups.Sum(group => group.Episodes.Count));

    /// <summary>Writes one iteration.</summary>
    /// <param name="stage">The stage's label.</param>
    /// <param name="iteration">From 1.</param>
    /// <param name="iterations">How many there will be.</param>
    /// <param name="groups">Its episodes.</param>
    /// <param name="update">What learning did.</param>
    /// <param name="metrics">Its numbers.</param>
    public void Iteration(
        string stage, int iteration, int iterations, IReadOnlyList<Group> groups, UpdateReport update, OrderedDictionary<string, double> metrics)
    {
        Trained += update.Tokens;
        Sampled += groups.Sum(group => group.Episodes.Sum(episode => (long)episode.SaidTokens));
        if (Tripped > _told)
        {
            metrics[MetricNames.Tripped] = Tripped - _told;
            _told = Tripped;
        }

        _metrics.Write(Encoding.UTF8.GetBytes($"{Line(stage, iteration, metrics)}\n"));
        WriteEpisodes($"{stage}-{iteration:D6}", groups.SelectMany(group => group.Episodes).Take(EpisodesPerIteration));
        instruments.Record(stage, metrics);
        Tell(new RunEvent.Played(stage, iteration, groups));
        Tell(new RunEvent.IterationDone(stage, iteration, iterations, metrics));
    }

    /// <summary>Writes episodes as JSON lines into the episodes folder.</summary>
    public void WriteEpisodes(string name, IEnumerable<Episode> episodes)
    {
        Directory.CreateDirectory(folder.Episodes);
        var file = Path.Combine(folder.Episodes, $"{name}.jsonl");
        _unflushed.Add(file);
        File.WriteAllLines(file, episodes.Select(episode => JsonSerializer.Serialize(episode, RecordJson.Line)));
    }

    public void Dispose() => _metrics.Dispose();

    // Numbers that are not finite have no JSON; they are left out.
    private static string Line(string stage, int iteration, OrderedDictionary<string, double> metrics)
    {
        var line = new OrderedDictionary<string, object> { ["stage"] = stage, ["iteration"] = iteration };
        foreach (var (name, value) in metrics.Where(metric => double.IsFinite(metric.Value)))
        {
            line[name] = value;
        }

        return JsonSerializer.Serialize(line, RecordJson.Line);
    }
}
