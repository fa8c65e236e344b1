namespace Lab.Core;

/// <summary>Demonstrations, for environments that have them. They may be wrong; they may not be broken.</summary>
internal static class DemonstrationChecks
{
    public static async Task<IReadOnlyList<Check>> Examine(Subject subject, Draw draw) => subject.Environment is not IHasDemonstrations demonstrations ? [] :
    [
        await Check.That("demonstrations come to an end", () => Find(subject, demonstrations, draw, Endless), subject.Stop).ConfigureAwait(false),
        await Check.That("demonstrations say what a policy can read", () => Find(subject, demonstrations, draw, Unreadable), subject.Stop).ConfigureAwait(false),
        await Check.That("the same draw demonstrates the same", () => Changed(subject, demonstrations, draw), subject.Stop).ConfigureAwait(false),
    ];

    private static async Task<string?> Find(Subject subject, IHasDemonstrations demonstrations, Draw draw, Func<Match, string?> fault)
    {
        for (var index = 0; index < subject.Problems.Count; index++)
        {
            var match = await subject.Play(subject.Problems[index], new Demonstrator(demonstrations), draw.At(index)).ConfigureAwait(false);
            if (fault(match) is { } found)
            {
                return $"{Subject.Name(match.Problem)}: {found}";
            }
        }

        return null;
    }

    private static string? Endless(Match match) => match.Episodes
        .Where(episode => episode.StopReason != StopReason.Answered)
        .Select(episode => $"seat {episode.Seat} ended as {episode.StopReason} ({episode.Verdict?.Reason})")
        .FirstOrDefault();

    private static string? Unreadable(Match match) => match.Episodes
        .SelectMany(episode => episode.Transcript)
        .SelectMany(segment => segment.Parts)
        .Select(Texts.Of)
        .Where(text => text.Length > Texts.Longest || !Texts.IsReadable(text))
        .Select(text => $"{Texts.Quote(text)} stands in it")
        .FirstOrDefault();

    private static async Task<string?> Changed(Subject subject, IHasDemonstrations demonstrations, Draw draw)
    {
        for (var index = 0; index < subject.Problems.Count; index++)
        {
            var problem = subject.Problems[index];
            var first = await subject.Play(problem, new Demonstrator(demonstrations), draw.At(index)).ConfigureAwait(false);
            var second = await subject.Play(problem, new Demonstrator(demonstrations), draw.At(index)).ConfigureAwait(false);
            if (first.Episodes != second.Episodes)
            {
                return $"{Subject.Name(problem)}: another demonstration the second time";
            }
        }

        return null;
    }
}
