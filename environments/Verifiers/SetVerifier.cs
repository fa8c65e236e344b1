using System.ComponentModel;
using Lab.Core;

namespace Lab.Environments;

/// <summary>When items count as the right ones.</summary>
public sealed record SetOptions : VerifierOptions
{
    [Description("Whether capital and small letters are the same.")]
    public bool IgnoreCase { get; init; }
}

/// <summary>The last line that is not blank must have the items, with commas between them, in any order, each as often as one likes.</summary>
/// <remarks>Closeness is Jaccard's index of the items that are right and those that were said.</remarks>
[Verifier("set", "Items with commas between them, in any order")]
public sealed class SetVerifier(SetOptions options) : IAnswerVerifier
{
    private const int Longest = 1000;

    private readonly StringComparer _comparer = options.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public FactDeclaration Nearness { get; } = new("closeness", 0, 1, "the share of right items among all right or said");

    public RightAnswer? Read(WrittenAnswer written, out string? error)
    {
        // What is said is measured as it is said, with a blank after each comma.
        var items = Items(written.Text);
        var text = string.Join(", ", items);
        error = text.Length > Longest ? $"has more than {Longest} characters" : items.Count == 0 ? "has no item" : null;
        return error is null ? new RightItems(text, items) : null;
    }

    public AnswerVerdict Verify(RightAnswer right, string said)
    {
        var line = LastLine.Of(said);
        var items = line.Length > Longest ? [] : Items(line);
        if (items.Count == 0)
        {
            return AnswerVerdict.Wrong(null, line.Length > Longest ? "longer than any answer" : "no item");
        }

        var expected = ((RightItems)right).Items;
        var found = items.Intersect(expected, _comparer).Count();
        return found == expected.Count && found == items.Count
            ? AnswerVerdict.Correct(line)
            : AnswerVerdict.Wrong(line, $"{found} of {expected.Count} items, and {items.Count - found} that are wrong", (double)found / (expected.Count + items.Count - found));
    }

    private IReadOnlyList<string> Items(string text) =>
        [.. text.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(_comparer)];

    private sealed record RightItems(string Text, IReadOnlyList<string> Items) : RightAnswer(Text);
}
