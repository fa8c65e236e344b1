namespace Lab.Environments;

/// <summary>The lines of a file that can be posed, and what is wrong with the others.</summary>
/// <param name="Lines">In the file's order, at least one.</param>
/// <param name="Warnings">What there is to say about those that are left out.</param>
internal sealed record JsonLines<TLine>(IReadOnlyList<TLine> Lines, IReadOnlyList<(string Option, string Message)> Warnings)
    where TLine : DataLine;
