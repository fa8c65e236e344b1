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
                : draw.At("misread").Uniform() < habits.Misread ? Slips.Digit(result.Text, draw.At("misread digit"))
                : result.Text);
        }

        if (draw.At("tool").Uniform() >= habits.ToolShare)
        {
            return new TextPart(Guess(problem.Answer, draw.At("guess")));
        }

        var mistyped = draw.At("mistyped").Uniform() < habits.Mistyped;
        return new CallPart(habits.Tool, mistyped ? Slips.Digit(problem.Expression, draw.At("mistyped digit")) : problem.Expression);
    }

    private string Guess(BigInteger answer, Draw draw) => Slips.Guess(answer, habits.GuessRight, habits.GuessSpread, draw);

    private static bool IsInteger(string text) => BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
