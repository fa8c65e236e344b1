using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>Policies to play against, each loaded once, by the folders of their weights.</summary>
/// <param name="beside">The policy that learns: they are computed where it is.</param>
internal sealed class LoadedPolicies(Policy beside) : IAsyncDisposable
{
    private readonly SortedDictionary<string, Policy> _policies = new(StringComparer.Ordinal);

    /// <exception cref="InvalidInputException">There are no weights, or they are damaged.</exception>
    public async Task<Policy> Load(string path, CancellationToken stop)
    {
        if (!_policies.TryGetValue(path, out var policy))
        {
            policy = _policies[path] = await Policy.Load(beside.Thread, beside.Device, new ModelFolder(path).Read(), path, stop).ConfigureAwait(false);
            policy.Version = Path.GetFileName(path);
        }

        return policy;
    }

    /// <summary>Lets go of all but these.</summary>
    public async Task Keep(IReadOnlySet<string> paths)
    {
        foreach (var path in _policies.Keys.Where(path => !paths.Contains(path)).ToArray())
        {
            await _policies[path].DisposeAsync().ConfigureAwait(false);
            _policies.Remove(path);
        }
    }

    public async ValueTask DisposeAsync() => await Keep(new HashSet<string>()).ConfigureAwait(false);
}
