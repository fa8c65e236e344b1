namespace Lab.Core;

/// <summary>Finds the name that a person may have meant.</summary>
public static class Nearest
{
    private const int LongestName = 64;

    /// <summary>The candidate at the least edit distance, or null where none is near: more than one letter and more than a third of them differ, or all do.</summary>
    public static string? To(string name, IEnumerable<string> candidates) => name.Length > LongestName ? null : candidates
        .Select(candidate => (Candidate: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(pair => IsNear(pair.Distance, Math.Max(name.Length, pair.Candidate.Length)))
        .OrderBy(pair => pair.Distance)
        .Select(pair => pair.Candidate)
        .FirstOrDefault();

    private static bool IsNear(int distance, int length) => distance <= Math.Max(1, length / 3) && (distance == 0 || distance < length);

    // Optimal string alignment: Levenshtein's three edits, and two neighbours swapped, which is how fingers slip most.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), 1 + Math.Min(rows[i - 1, j], rows[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
