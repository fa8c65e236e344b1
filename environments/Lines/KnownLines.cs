namespace Lab.Environments;

/// <summary>
/// The lines of a file so far. What is asked again must have the same answer. Questions that differ in capitals alone are the
/// same thing to learn, unless their answers say otherwise: then the capitals are what is asked for.
/// </summary>
/// <param name="again">Of the first line and another that asks the same: the other, with the first one's answer; null where they differ in it.</param>
internal sealed class KnownLines<TLine>(Func<TLine, TLine, TLine?> again)
    where TLine : DataLine
{
    private readonly Dictionary<string, TLine> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TLine> _folded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _capitals = new(StringComparer.Ordinal);
    private readonly List<TLine> _lines = [];

    /// <exception cref="BadLineException">An earlier line asks the same, with another answer.</exception>
    public void Add(TLine line)
    {
        if (_asked.TryGetValue(line.Asked, out var first))
        {
            _lines.Add(again(first, line) ?? throw new BadLineException($"asks what line {first.Number} asks, with another answer"));
            return;
        }

        if (!_folded.TryAdd(Fold(line), line))
        {
            if (again(_folded[Fold(line)], line) is { } same)
            {
                line = same;
            }
            else
            {
                _capitals.Add(Fold(line));
            }
        }

        _asked.Add(line.Asked, line);
        _lines.Add(line);
    }

    /// <summary>Every line that was added, with its key.</summary>
    public IReadOnlyList<TLine> Named() => [.. _lines.Select(line => line with { Key = _capitals.Contains(Fold(line)) ? line.Asked : Fold(line) })];

    private static string Fold(TLine line) => line.Asked.ToLowerInvariant();
}
