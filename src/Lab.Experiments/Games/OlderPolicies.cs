namespace Lab.Experiments;

/// <summary>The policies that a run has kept on its way, to play against.</summary>
internal static class OlderPolicies
{
    private const int Most = 5;

    /// <summary>The folders of some of them, spread evenly over the run, in its order.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="plan">Its stages.</param>
    /// <param name="now">The version of the policy as it is now, which is not older than itself.</param>
    public static IReadOnlyList<string> Of(RunFolder folder, StagePlan plan, string now)
    {
        string[] kept = !Directory.Exists(folder.Policies) ? [] :
        [
            .. Directory.EnumerateDirectories(folder.Policies)
                .Select(path => (Path: path, Place: plan.Read(Path.GetFileName(path))))
                .Where(policy => policy.Place is { } place && plan.Write(place) != now && Manifest.Fault(policy.Path) is null)
                .OrderBy(policy => policy.Place)
                .Select(policy => policy.Path),
        ];
        var count = Math.Min(kept.Length, Most);
        return [.. Enumerable.Range(0, count).Select(index => kept[index * kept.Length / count])];
    }
}
