using Lab.Core;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>Stops a run whose own failures would teach the policy, or be measured as its.</summary>
internal static class UndecidedLimit
{
    private const double Share = 0.01;

    /// <exception cref="RunFailedException">The lab failed at more than 1 % of the episodes.</exception>
    public static void Check(IReadOnlyList<Group> groups)
    {
        var episodes = groups.SelectMany(group => group.Episodes).ToArray();
        var failed = episodes.Where(episode => episode.Unscored is not null || episode.Verdict!.Outcome == Outcome.Undecided).ToArray();
        if (failed.Length > Share * episodes.Length)
        {
            throw new RunFailedException($"{failed.Length} of {episodes.Length} episodes could not be decided or scored; the first: {failed[0].Unscored ?? failed[0].Verdict!.Reason}");
        }
    }
}
