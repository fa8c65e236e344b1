using Lab.Core;

namespace Lab.Experiments;

/// <summary>A few held-out problems, attempted before and after.</summary>
internal static class EpisodesSection
{
    private const int LongestBeside = 24;

    /// <summary>The section; nothing where no evaluation left episodes.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="report">Says which evaluations there were.</param>
    /// <param name="faults">Is told of files that could not be read.</param>
    public static Html Render(RunFolder folder, RunReport report, ICollection<string> faults)
    {
        if (Progression.Of(report) is not { } progression
            || EvaluatedStages.Of(progression.First) is not { } first
            || EvaluatedStages.Of(progression.Last) is not { } last)
        {
            return Html.None;
        }

        var before = Read(folder, first, progression.First.Sampling, faults);
        if (!progression.IsStep)
        {
            return before.Count == 0 ? Html.None : Frame("A few episodes", "", EpisodePairs.Choose(EpisodePairs.Match(before, before)), [progression.Last.When]);
        }

        var pairs = EpisodePairs.Match(before, Read(folder, last, progression.Last.Sampling, faults));
        return pairs.Count == 0 ? Html.None : Frame(
            "The same problems, before and after",
            Tally(pairs),
            EpisodePairs.Choose(pairs),
            [progression.First.When, progression.Last.When]);
    }

    private static IReadOnlyList<Episode> Read(RunFolder folder, string stage, Sampling sampling, ICollection<string> faults)
    {
        var (episodes, fault) = EvaluatedEpisodes.Read(folder, stage, sampling);
        if (fault is not null)
        {
            faults.Add(fault);
        }

        return episodes;
    }

    private static string Tally(IReadOnlyList<EpisodePair> pairs)
    {
        string Count(bool wasRight, bool isRight) => Figures.Count(pairs.Count(pair => pair.WasRight == wasRight && pair.IsRight == isRight));
        return $"Of {Achievement.Problems(pairs.Count)}, {Count(false, true)} went from wrong to right and {Count(true, false)} from right to wrong; "
            + $"{Count(true, true)} were right both times, {Count(false, false)} neither time. "
            + "Shown are the first ones, in this order: wrong then right, still wrong, no longer right, right as before.";
    }

    private static Html Frame(string title, string text, IEnumerable<EpisodePair> pairs, IReadOnlyList<string> columns) => Html.Of($"""
        <section><h2>{title}</h2>{(text.Length > 0 ? Html.Of($"<p class=\"fine\">{text}</p>") : Html.None)}
        <div class="episodes columns-{columns.Count}">{pairs.Select(pair => Pair(pair, columns))}</div></section>
        """);

    // A long prompt stands above its attempts, a short one beside them.
    private static bool IsLong(Episode episode) => episode.Transcript[0].Text.Length > LongestBeside;

    private static Html Pair(EpisodePair pair, IReadOnlyList<string> columns)
    {
        Episode[] attempts = columns.Count == 1 ? [pair.After] : [pair.Before, pair.After];
        return Html.Of($"""
            <article{(IsLong(pair.Before) ? Html.Of($" class=\"long\"") : Html.None)}><h3>{TranscriptView.Prompt(pair.Before)}</h3>
            {attempts.Zip(columns, (attempt, when) => Html.Of($"<div class=\"attempt\"><h4>{when}</h4>{TranscriptView.Render(attempt)}</div>"))}
            </article>
            """);
    }
}
