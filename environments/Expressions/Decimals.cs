using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Numbers as decimals, exactly: <c>12</c>, <c>-0.5</c>.</summary>
internal static partial class Decimals
{
    // Longer is no answer to anything posed.
    private const int Longest = 100;

    /// <summary>In digits, with a fraction only where it must be; null where the fraction has no end, or none within 100 digits.</summary>
    public static string? Write(Rational number)
    {
        var (places, scaled) = (0, number);
        while (!scaled.IsInteger)
        {
            if (++places > Longest)
            {
                return null;
            }

            scaled *= 10;
        }

        var digits = BigInteger.Abs(scaled.Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        return $"{(scaled.Numerator.Sign < 0 ? "-" : "")}{digits[..^places]}{(places > 0 ? "." : "")}{digits[^places..]}";
    }

    /// <summary>Reads a decimal that is written as <see cref="Write"/> writes it, and nothing else.</summary>
    public static Rational? Read(string text)
    {
        if (text.Length > Longest || !Plain().IsMatch(text))
        {
            return null;
        }

        var number = Value(text);
        return Write(number) == text ? number : null;
    }

    /// <summary>What digits with at most one point among them come to, however they are written.</summary>
    public static Rational Value(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0
            ? BigInteger.Parse(text, CultureInfo.InvariantCulture)
            : new Rational(BigInteger.Parse(text.Remove(point, 1), CultureInfo.InvariantCulture), BigInteger.Pow(10, text.Length - point - 1));
    }

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
