namespace Lab.Core;

/// <summary>Asks the same questions on several threads at once.</summary>
internal static class Threads
{
    private const int Count = 4;

    /// <summary>The first question that some thread got another answer to, or null.</summary>
    /// <param name="ask">Answers question i.</param>
    /// <param name="alone">What one thread alone was answered.</param>
    public static async Task<int?> FindDifference<T>(Func<int, T> ask, IReadOnlyList<T> alone)
    {
        // Each thread starts elsewhere, so that different questions meet. They are threads of their own: a busy pool would run
        // them one after the other.
        var threads = Enumerable.Range(0, Count).Select(thread => Task.Factory.StartNew(
            () => Enumerable.Range(0, alone.Count)
                .Select(step => (step + (thread * alone.Count / Count)) % alone.Count)
                .Where(question => !Equals(ask(question), alone[question]))
                .Select(question => (int?)question)
                .FirstOrDefault(),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
        return (await Task.WhenAll(threads).ConfigureAwait(false)).Min();
    }
}
