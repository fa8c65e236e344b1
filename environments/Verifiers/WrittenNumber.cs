using System.Text.RegularExpressions;
using Lab.Core;
using Match = System.Text.RegularExpressions.Match;

namespace Lab.Environments;

/// <summary>
/// A number as people write it: <c>72</c>, <c>-3.50</c>, <c>.5</c>, <c>1,234</c>, <c>$18.00</c>, <c>3/4</c>, with <c>####</c>
/// before it, or a period after it. Commas stand between groups of three digits. Exact.
/// </summary>
internal static partial class WrittenNumber
{
    // Longer is no answer to anything, and bounds the work.
    private const int Longest = 100;

    /// <summary>The number that this is and nothing else, or null.</summary>
    public static Rational? Read(string text) => text.Length <= Longest ? Value(Whole().Match(text)) : null;

    /// <summary>The last number in it, with its text; null where there is none.</summary>
    public static (Rational Value, string Text)? Last(string text)
    {
        // Of a long line the end counts.
        var end = text.Length > Longest ? text[^Longest..] : text;
        return Within().Matches(end).LastOrDefault(match => Value(match) is not null) is { } last ? (Value(last)!.Value, last.Value) : null;
    }

    private static Rational? Value(Match match)
    {
        if (!match.Success || (match.Groups["under"] is { Success: true } under && under.ValueSpan.TrimStart('0').IsEmpty))
        {
            return null;
        }

        var value = Decimal(match.Groups["number"].Value);
        return (match.Groups["minus"].Success ? -value : value) / (match.Groups["under"].Success ? Decimal(match.Groups["under"].Value) : 1);
    }

    private static Rational Decimal(string text) => Decimals.Value(text.Replace(",", "", StringComparison.Ordinal));

    private const string Number = @"(?<minus>-)?\$?(?<number>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)(?:/(?<under>[0-9]+))?";

    [GeneratedRegex($@"^(?:####\s*)?{Number}\.?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex($@"(?<![0-9.]){Number}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Within();
}
