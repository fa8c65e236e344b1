using Lab.Core;

namespace Lab.Experiments;

/// <summary>What a run has written down about iterations, cut back to where it goes on: each iteration stands there once.</summary>
/// <param name="folder">The run.</param>
/// <param name="plan">Its stages.</param>
internal sealed class RunRecords(RunFolder folder, StagePlan plan)
{
    private readonly string[] _lines = File.Exists(folder.Metrics) ? File.ReadAllLines(folder.Metrics) : [];

    /// <summary>Whether there is anything.</summary>
    public bool IsEmpty => _lines.Length == 0;

    /// <summary>What is missing or damaged before a place; null where nothing is.</summary>
    public string? Fault(Position at) => plan.Until(at).Index().FirstOrDefault(line => !Stands(line.Index, line.Item)) is { Item.Stage: not null } first
        ? $"metrics.jsonl lacks {first.Item.Stage}/{first.Item.Iteration}"
        : null;

    /// <summary>Removes what was written after a place.</summary>
    public void CutBack(Position at)
    {
        if (File.Exists(folder.Metrics))
        {
            DurableFile.Write(folder.Metrics, string.Concat(_lines.Take(plan.Until(at).Count()).Select(line => $"{line}\n")));
        }

        foreach (var file in Entries(folder.Episodes, "*.jsonl").Where(file => IsAfter(Path.GetFileNameWithoutExtension(file), at)))
        {
            File.Delete(file);
        }

        SealedFolder.Clean(folder.Policies);
        foreach (var weights in Entries(folder.Policies, "*").Where(weights => IsAfter(Path.GetFileName(weights), at)))
        {
            SealedFolder.Discard(weights);
        }
    }

    // A stage is evaluated after its last iteration, and so after every place in it.
    private bool IsAfter(string name, Position at) => plan.Read(name) is { } place ? place > at
        : plan.Stages.Skip(at.Stage).Any(stage => Enum.GetValues<Sampling>().Any(sampling => name == Evaluations.EpisodeFile(stage.Label, sampling)));

    private bool Stands(int index, (string Stage, int Iteration) wanted)
    {
        try
        {
            return index < _lines.Length && MetricsLine.Parse(_lines[index]) is { } line && (line.Stage, line.Iteration) == wanted;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static string[] Entries(string parent, string pattern) => Directory.Exists(parent) ? Directory.GetFileSystemEntries(parent, pattern) : [];
}
