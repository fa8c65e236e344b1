namespace Lab.Experiments;

/// <summary>What could be read of a file.</summary>
/// <param name="Items">In the file's order.</param>
/// <param name="Fault">What could not be read, in a sentence; null where all of it was.</param>
internal sealed record Reading<T>(IReadOnlyList<T> Items, string? Fault);
