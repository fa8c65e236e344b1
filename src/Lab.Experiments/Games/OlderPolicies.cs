using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>The policies that a run has kept on its way, loaded to play against.</summary>
internal sealed class OlderPolicies : IAsyncDisposable
{
    private const int Most = 5;

    private readonly SortedDictionary<string, Policy> _policies = new(StringComparer.Ordinal);

    /// <summary>By the names of the places where they were kept.</summary>
    public IReadOnlyDictionary<string, Policy> ByName => _policies;

    /// <summary>Loads some of those in a folder, spread evenly over the run.</summary>
    /// <param name="folder">The run's; null for none.</param>
    /// <param name="now">The policy as it is.</param>
    /// <param name="stop">Ends it early.</param>
    public static async Task<OlderPolicies> Load(RunFolder? folder, Policy now, CancellationToken stop)
    {
        var older = new OlderPolicies();
        var kept = folder is null || !Directory.Exists(folder.Policies) ? [] :
            Directory.EnumerateDirectories(folder.Policies).Where(path => Manifest.Fault(path) is null).Order(StringComparer.Ordinal).ToArray();
        for (var index = 0; index < Math.Min(kept.Length, Most); index++)
        {
            var path = kept[index * kept.Length / Math.Min(kept.Length, Most)];
            older._policies[Path.GetFileName(path)] = await Policy.Load(now.Thread, now.Device, new ModelFolder(path).Read(), path, stop).ConfigureAwait(false);
        }

        return older;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var policy in _policies.Values)
        {
            await policy.DisposeAsync().ConfigureAwait(false);
        }
    }
}
