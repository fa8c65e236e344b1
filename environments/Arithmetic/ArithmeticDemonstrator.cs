using System.Globalization;
using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Someone who works out sums as flawed as their habits say.</summary>
internal sealed class ArithmeticDemonstrator(ArithmeticHabits habits)
{
    /// <summary>The next thing said: the call of the tool, or the answer.</summary>
    public Part Say(ArithmeticProblem problem, Episode soFar, Draw draw)
    {
        if (soFar.Last.Parts is [ResultPart result])
        {
            // An error, or the fraction that a mistyped division gives, is no answer: the demonstrator gives up and guesses.
            return new TextPart(!IsInteger(result.Text) ? Guess(problem.Answer, draw.At("guess"))
                : draw.At("misread").Uniform() < habits.Misread ? Slip(result.Text, draw.At("misread digit"))
                : result.Text);
        }

        if (draw.At("tool").Uniform() >= habits.ToolShare)
        {
            return new TextPart(Guess(problem.Answer, draw.At("guess")));
        }

        var mistyped = draw.At("mistyped").Uniform() < habits.Mistyped;
        return new CallPart(habits.Tool, mistyped ? Slip(problem.Expression, draw.At("mistyped digit")) : problem.Expression);
    }

    private string Guess(BigInteger answer, Draw draw)
    {
        if (draw.At("right").Uniform() < habits.GuessRight)
        {
            return answer.ToString(CultureInfo.InvariantCulture);
        }

        var spread = BigInteger.Max(1, (BigInteger)((double)BigInteger.Abs(answer) * habits.GuessSpread));
        var off = 1 + ((spread * draw.At("off").Bits()) >> 64);
        return (draw.At("side").Below(2) == 0 ? answer - off : answer + off).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The text with one digit replaced by another, so that no number gains a leading zero.</summary>
    private static string Slip(string text, Draw draw)
    {
        var places = Enumerable.Range(0, text.Length).Where(place => char.IsAsciiDigit(text[place])).ToArray();
        var at = places[draw.At("place").Below(places.Length)];
        var leads = (at == 0 || !char.IsAsciiDigit(text[at - 1])) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
        var others = "0123456789".Where(digit => digit != text[at] && !(leads && digit == '0')).ToArray();
        return $"{text[..at]}{others[draw.At("digit").Below(others.Length)]}{text[(at + 1)..]}";
    }

    private static bool IsInteger(string text) => BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
