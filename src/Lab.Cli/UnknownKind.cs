using Lab.Core;

namespace Lab.Cli;

/// <summary>A kind was typed that is none of those there are.</summary>
internal static class UnknownKind
{
    /// <summary>The complaint, with the nearest kind or all of them.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="sorts">What it could have named.</param>
    /// <param name="known">What there is.</param>
    public static InvalidInputException Of(string typed, string sorts, IEnumerable<Plugin> known)
    {
        string[] kinds = [.. known.Select(plugin => plugin.Kind)];
        return new(typed, Nearest.To(typed, kinds) is { } near ? $"no such {sorts}; did you mean '{near}'?" : $"no such {sorts}; there are {string.Join(", ", kinds)}");
    }
}
