using System.Globalization;
using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>What people get wrong with numbers.</summary>
internal static class Slips
{
    /// <summary>The text with one digit replaced by another, so that no number gains a leading zero.</summary>
    public static string Digit(string text, Draw draw)
    {
        var places = Enumerable.Range(0, text.Length).Where(place => char.IsAsciiDigit(text[place])).ToArray();
        var at = places[draw.At("place").Below(places.Length)];
        var leads = (at == 0 || !char.IsAsciiDigit(text[at - 1])) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
        var others = "0123456789".Where(digit => digit != text[at] && !(leads && digit == '0')).ToArray();
        return $"{text[..at]}{others[draw.At("digit").Below(others.Length)]}{text[(at + 1)..]}";
    }

    /// <summary>A guess: right with this chance, else off to either side by at most a share of the answer, and by 1 at least.</summary>
    public static string Guess(BigInteger answer, double right, double share, Draw draw)
    {
        if (draw.At("right").Uniform() < right)
        {
            return answer.ToString(CultureInfo.InvariantCulture);
        }

        var spread = BigInteger.Max(1, (BigInteger)((double)BigInteger.Abs(answer) * share));
        var off = 1 + ((spread * draw.At("off").Bits()) >> 64);
        return (draw.At("side").Below(2) == 0 ? answer - off : answer + off).ToString(CultureInfo.InvariantCulture);
    }
}
