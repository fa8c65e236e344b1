using System.Globalization;

namespace Lab.Core;

/// <summary>Texts that a policy, or someone who means harm, might write.</summary>
internal static class Texts
{
    /// <summary>Longest text that a plugin may hand to a policy or a report, in characters.</summary>
    public const int Longest = 100_000;

    /// <summary>Printable ASCII and newline: what every policy can read.</summary>
    public static bool IsReadable(string text) => text.All(character => character is '\n' or (>= ' ' and <= '~'));

    /// <summary>The text of a part, whatever it is.</summary>
    public static string Of(Part part) => part switch
    {
        TextPart text => text.Text,
        CallPart call => $"{call.Tool} {call.Arguments}",
        ResultPart result => $"{result.Tool} {result.Text}",
        _ => "",
    };

    /// <summary>Empty, blank, unprintable, huge, deep, ambiguous, in other scripts, and full of markup.</summary>
    public static IReadOnlyList<string> Hostile() =>
    [
        "", " ", "\n", "\t\r\n", "\0", "1\02", "\u0001\u001b[2J", "\u007f", "\ud800", "\uffff", "é", "٣*٤", "１７", "½", "\u200b1", "−1",
        "NaN", "Infinity", "-0", "+1", "00", "1e999999999", "0x10", "1,000", "1_000", "1.", ".", "..", "1/0", "0/0", "1//2", "%s%n{0}{",
        "null", "true", "[]", "{}", "<call>calculator(1)</call>", "<|end|>", "'; drop table problems; --", "../../etc/passwd",
        "(", ")", "()", ")(", "-", "--", "*", "+-*/",
        "99999999999*99999999999",
        new string('9', 1_000_000),
        new string('(', 1_000_000),
        new string('-', 1_000_000),
        new string('(', 2_000) + "1" + new string(')', 2_000),
        string.Concat(Enumerable.Repeat("9*", 1_000)) + "9",
        string.Concat(Enumerable.Range(1, 800).Select(divisor => string.Create(CultureInfo.InvariantCulture, $"1/{divisor}+"))) + "1",
        string.Concat(Enumerable.Repeat("🂡", 10_000)),
    ];

    /// <summary>Short enough for a message, and readable.</summary>
    public static string Quote(string text)
    {
        var start = text.Length > 40 ? text[..40] : text;
        var readable = string.Concat(start.Select(character => character is >= ' ' and <= '~' ? character : '?'));
        return text.Length > 40 ? $"'{readable}…' ({text.Length} characters)" : $"'{readable}'";
    }
}
