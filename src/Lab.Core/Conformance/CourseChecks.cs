namespace Lab.Core;

/// <summary>The course of a match: it comes to an end by itself, however badly it is played.</summary>
internal static class CourseChecks
{
    public static async Task<IReadOnlyList<Check>> Examine(Subject subject) =>
    [
        await Check.That("a match comes to an end", () => Endless(subject), subject.Stop).ConfigureAwait(false),
    ];

    private static async Task<string?> Endless(Subject subject)
    {
        foreach (var match in await subject.Matches().ConfigureAwait(false))
        {
            if (match.Episodes.FirstOrDefault(episode => episode.StopReason is StopReason.LimitExceeded or StopReason.Broken) is { } episode)
            {
                return $"{Subject.Name(match.Problem)}: seat {episode.Seat} ended as {episode.StopReason} ({episode.Verdict?.Reason})";
            }
        }

        return null;
    }
}
