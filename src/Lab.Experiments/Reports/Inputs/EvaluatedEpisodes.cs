using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Reads the episodes that an evaluation after a stage left behind.</summary>
internal static class EvaluatedEpisodes
{
    // A few are shown; the rest is counted, as far as a page's patience goes.
    private const int Most = 2000;

    public static Reading<Episode> Read(RunFolder folder, string stage, Sampling sampling)
    {
        var name = $"{Evaluations.EpisodeFile(stage, sampling)}.jsonl";
        return JsonLines.Read(Path.Combine(folder.Episodes, name), $"episodes/{name}", Parse, Most);
    }

    private static Episode? Parse(string text) => JsonSerializer.Deserialize<Episode>(text, RecordJson.Line) is { } episode && IsWhole(episode) ? episode : null;

    // JSON can leave out, or call null, what the records promise to hold.
    private static bool IsWhole(Episode episode) =>
        episode is { Key: not null, Problem.Environment: not null, Verdict: not null }
        && episode.Transcript.Count > 0
        && episode.Transcript.All(segment => segment is not null && segment.Parts.All(IsWhole));

    private static bool IsWhole(Part part) => part switch
    {
        TextPart text => text.Text is not null,
        CallPart call => call is { Tool: not null, Arguments: not null },
        ResultPart result => result is { Tool: not null, Text: not null },
        _ => false,
    };
}
