namespace Lab.Core;

/// <summary>Work for a generator, so many pieces side by side.</summary>
public static class Wave
{
    /// <summary>Pieces under way at once.</summary>
    public const int AtOnce = 512;

    /// <summary>
    /// Does every piece. Which caller does which is fixed, so that in lockstep the same pieces always run side by side; all
    /// callers attend before the first of them asks.
    /// </summary>
    /// <param name="generator">What they ask; null where nobody does.</param>
    /// <param name="count">How many pieces.</param>
    /// <param name="work">Does the piece with this number, asking for one turn at a time.</param>
    public static Task Run(IGenerator? generator, int count, Func<int, Task> work)
    {
        var callers = Math.Min(count, AtOnce);
        var attendances = Enumerable.Range(0, callers).Select(_ => generator?.Attend()).ToArray();
        return Task.WhenAll(attendances.Select(Call));

        async Task Call(IDisposable? attendance, int caller)
        {
            using (attendance)
            {
                for (var index = caller; index < count; index += callers)
                {
                    await work(index).ConfigureAwait(false);
                }
            }
        }
    }
}
