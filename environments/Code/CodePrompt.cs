using System.Globalization;
using System.Text.RegularExpressions;

namespace Lab.Environments;

/// <summary>Reads examples that a person typed, such as <c>0:17,1:21,2:25 f=</c>, and finds the function that goes through them.</summary>
internal static partial class CodePrompt
{
    private const int Needed = 3;
    private const int Most = 20;

    // Beyond, the square of a hidden argument times a factor would leave what a double holds exactly.
    private const long Greatest = 1_000_000;

    public static Rule? Read(string prompt, out long[] arguments, out string? error)
    {
        arguments = [];
        var typed = Typed().Match(prompt);
        var pairs = typed.Groups["x"].Captures.Zip(typed.Groups["y"].Captures, (x, y) => (X: Number(x), Y: Number(y))).ToArray();
        if (!typed.Success || pairs.Length is < Needed or > Most || pairs.DistinctBy(pair => pair.X).Count() < pairs.Length)
        {
            error = $"expected from {Needed} to {Most} examples of different arguments, such as 0:17,1:21,2:25 f=";
            return null;
        }

        arguments = [.. pairs.Select(pair => pair.X)];
        error = "no function square*x*x+factor*x+offset of whole numbers goes through these";
        if (Through(pairs[0], pairs[1], pairs[2]) is not { } rule || pairs.Any(pair => rule.At(pair.X) != pair.Y))
        {
            return null;
        }

        error = null;
        return rule;
    }

    /// <summary>Newton's divided differences, where they are whole.</summary>
    private static Rule? Through((long X, long Y) a, (long X, long Y) b, (long X, long Y) c)
    {
        if ((b.Y - a.Y) % (b.X - a.X) != 0 || (c.Y - b.Y) % (c.X - b.X) != 0)
        {
            return null;
        }

        long first = (b.Y - a.Y) / (b.X - a.X), second = (c.Y - b.Y) / (c.X - b.X);
        if ((second - first) % (c.X - a.X) != 0)
        {
            return null;
        }

        var square = (second - first) / (c.X - a.X);
        var factor = first - (square * (a.X + b.X));
        var offset = a.Y - (square * a.X * a.X) - (factor * a.X);
        return new[] { square, factor, offset }.All(number => Math.Abs(number) <= Greatest) ? new((int)square, (int)factor, (int)offset) : null;
    }

    private static long Number(Capture text) => long.Parse(text.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<x>-?[0-9]{1,3})\s*:\s*(?<y>-?[0-9]{1,6})(\s*,\s*(?<x>-?[0-9]{1,3})\s*:\s*(?<y>-?[0-9]{1,6}))*\s*(f=?)?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}
