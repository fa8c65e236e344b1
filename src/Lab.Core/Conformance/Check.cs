namespace Lab.Core;

/// <summary>What became of one conformance check.</summary>
/// <param name="Name">The claim that was checked.</param>
/// <param name="Passed">Whether no counter-example was found.</param>
/// <param name="Detail">The first counter-example, in one line; null where it passed.</param>
public sealed record Check(string Name, bool Passed, string? Detail)
{
    /// <summary>Looks for a counter-example; a plugin that throws is one.</summary>
    internal static async Task<Check> That(string claim, Func<Task<string?>> counterexample, CancellationToken stop)
    {
        try
        {
            var found = await counterexample().ConfigureAwait(false);
            return new(claim, found is null, found);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            return new(claim, false, $"threw {error.GetType().Name}: {error.Message}");
        }
    }

    /// <inheritdoc cref="That(string, Func{Task{string?}}, CancellationToken)"/>
    internal static Task<Check> That(string claim, Func<string?> counterexample, CancellationToken stop) =>
        That(claim, () => Task.FromResult(counterexample()), stop);
}
