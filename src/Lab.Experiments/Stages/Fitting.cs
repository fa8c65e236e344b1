using Lab.Learning;

namespace Lab.Experiments;

/// <summary>The rows that fit into a policy's context: a rare demonstration that is longer is left out, and counted.</summary>
/// <param name="Rows">Those that fit.</param>
/// <param name="TooLong">How many do not.</param>
internal sealed record Fitting(IReadOnlyList<RowGroup> Rows, int TooLong)
{
    /// <exception cref="RunFailedException">None fits.</exception>
    public static Fitting Of(IReadOnlyList<RowGroup> laid, int context)
    {
        RowGroup[] fitting = [.. laid
            .Select(group => group with { Rows = [.. group.Rows.Where(row => row.Tokens.Length <= context)] })
            .Where(group => group.Rows.Count > 0)];
        var all = laid.Sum(group => group.Rows.Count);
        return fitting.Length > 0
            ? new(fitting, all - fitting.Sum(group => group.Rows.Count))
            : throw new RunFailedException($"none of {all} demonstrations fits into $.policy.context, {context} tokens");
    }
}
