using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>An episode, played again from the weights that had sampled it.</summary>
/// <param name="Episode">As it came out now.</param>
/// <param name="Stored">As the run has kept it; null where it kept none.</param>
public sealed record ReplayedEpisode(Episode Episode, Episode? Stored)
{
    /// <summary>Where the two part first, in a few words; null where they are the same, bit for bit, or nothing was kept.</summary>
    public string? Difference => Stored is null || Write(Stored) == Write(Episode) ? null
        : Enumerable.Range(0, Math.Max(Stored.Transcript.Count, Episode.Transcript.Count)).Select(Compare).FirstOrDefault(difference => difference is not null)
            ?? "verdict or scores differ";

    // Numbers are written so that they come back with the same bits: the same text is the same episode.
    private static string Write<T>(T value) => JsonSerializer.Serialize(value, RecordJson.Line);

    private string? Compare(int index)
    {
        if (Stored!.Transcript.Count <= index || Episode.Transcript.Count <= index)
        {
            return $"segment {index + 1} is there once only";
        }

        var (before, now) = (Stored.Transcript[index], Episode.Transcript[index]);
        return Write(before) == Write(now) ? null
            : before.Said is not { } said || now.Said is not { } again ? $"segment {index + 1} differs"
            : said.Tokens != again.Tokens ? $"segment {index + 1}: token {First(said.Tokens, again.Tokens)} differs"
            : Write(said.LogProbabilities) != Write(again.LogProbabilities) ? $"segment {index + 1}: the log-probability of token {First(said.LogProbabilities, again.LogProbabilities)} differs"
            : $"segment {index + 1} differs in its values or in the name of its weights";
    }

    private static int First<T>(EquatableArray<T> before, EquatableArray<T> now) => 1 + before.Zip(now).TakeWhile(pair => Write(pair.First) == Write(pair.Second)).Count();
}
