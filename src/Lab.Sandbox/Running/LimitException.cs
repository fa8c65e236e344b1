namespace Lab.Sandbox;

/// <summary>A program has used what it may. The program cannot catch it.</summary>
/// <param name="limit">Which limit, by the names of <see cref="Lab.Core.SandboxResult"/>.</param>
internal sealed class LimitException(string limit) : Exception(limit)
{
    public string Limit { get; } = limit;
}
