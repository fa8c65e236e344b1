using Lab.Learning;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>The demonstrations that fit into a policy's context: a rare long one is left out, and counted.</summary>
/// <param name="Groups">Those that fit.</param>
/// <param name="TooLong">How many do not.</param>
internal sealed record Fitting(IReadOnlyList<Group> Groups, int TooLong)
{
    /// <exception cref="RunFailedException">None fits.</exception>
    public static Fitting Of(IReadOnlyList<Group> groups, Renderer renderer, int context)
    {
        var all = groups.Sum(group => group.Episodes.Count);
        Group[] fitting = [.. groups
            .Select(group => group with { Episodes = [.. group.Episodes.Where(episode => renderer.Render(episode.Transcript).Count <= context)] })
            .Where(group => group.Episodes.Count > 0)];
        return fitting.Length > 0
            ? new(fitting, all - fitting.Sum(group => group.Episodes.Count))
            : throw new RunFailedException($"none of {all} demonstrations fits into $.policy.context, {context} tokens");
    }
}
