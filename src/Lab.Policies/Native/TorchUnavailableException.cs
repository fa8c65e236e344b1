namespace Lab.Policies;

/// <summary>Torch's native libraries cannot be loaded. The message is one line: what failed, why, and what helps.</summary>
public sealed class TorchUnavailableException(string reason, string remedy, Exception? inner = null)
    : Exception($"torch cannot be loaded: {reason.TrimEnd('.')}; {remedy}", inner)
{
    /// <summary>What failed and why.</summary>
    public string Reason { get; } = reason;

    /// <summary>What helps.</summary>
    public string Remedy { get; } = remedy;
}
