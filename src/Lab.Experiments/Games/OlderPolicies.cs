namespace Lab.Experiments;

/// <summary>The policies that a run has kept on its way, to play against.</summary>
internal static class OlderPolicies
{
    private const int Most = 5;

    /// <summary>The folders of some of them, spread evenly over the run, in order.</summary>
    public static IReadOnlyList<string> Of(RunFolder folder)
    {
        string[] kept = !Directory.Exists(folder.Policies) ? [] :
            [.. Directory.EnumerateDirectories(folder.Policies).Where(path => Manifest.Fault(path) is null).Order(StringComparer.Ordinal)];
        var count = Math.Min(kept.Length, Most);
        return [.. Enumerable.Range(0, count).Select(index => kept[index * kept.Length / count])];
    }
}
