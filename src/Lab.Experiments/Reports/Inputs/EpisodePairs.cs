using Lab.Core;

namespace Lab.Experiments;

/// <summary>One problem, attempted before and after.</summary>
internal sealed record EpisodePair(Episode Before, Episode After)
{
    public bool WasRight => Before.Verdict!.IsCorrect;

    public bool IsRight => After.Verdict!.IsCorrect;
}

/// <summary>Finds the attempts at the same problems in two evaluations.</summary>
internal static class EpisodePairs
{
    private const int Most = 5;

    /// <summary>The problems that both evaluations attempted, in the order of the first.</summary>
    public static IReadOnlyList<EpisodePair> Match(IEnumerable<Episode> before, IEnumerable<Episode> after)
    {
        var later = after.DistinctBy(Place).ToDictionary(Place);
        return [.. before.DistinctBy(Place).Where(episode => later.ContainsKey(Place(episode))).Select(episode => new EpisodePair(episode, later[Place(episode)]))];
    }

    /// <summary>A few to be shown: those that were wrong and are right first, then those that still are wrong.</summary>
    public static IEnumerable<EpisodePair> Choose(IEnumerable<EpisodePair> pairs) => pairs.OrderBy(pair => (pair.WasRight, pair.IsRight) switch
    {
        (false, true) => 0,
        (false, false) => 1,
        (true, false) => 2,
        (true, true) => 3,
    }).Take(Most);

    private static (ProblemId, string, int) Place(Episode episode) => (episode.Problem, episode.Key, episode.Seat);
}
