using System.Globalization;
using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Someone who works out stories as flawed as their habits say.</summary>
internal sealed class WordProblemsDemonstrator(WordProblemsHabits habits)
{
    /// <summary>The next thing said: the call of the tool, or the answer.</summary>
    public Part Say(WordProblem problem, Episode soFar, Draw draw)
    {
        if (soFar.Last.Parts is [ResultPart result])
        {
            return new TextPart(Answer(result.Text) is not { } answer ? Guess(problem, draw.At("guess"))
                : draw.At("misread").Uniform() < habits.Misread ? Slips.Digit(answer, draw.At("misread digit"))
                : answer);
        }

        if (draw.At("tool").Uniform() >= habits.ToolShare)
        {
            return new TextPart(Guess(problem, draw.At("guess")));
        }

        if (draw.At("left out").Uniform() < habits.StepLeftOut)
        {
            return new CallPart(habits.Tool, problem.Worked.WithoutLast.Text);
        }

        var mistyped = draw.At("mistyped").Uniform() < habits.Mistyped;
        return new CallPart(habits.Tool, mistyped ? Slips.Digit(problem.Worked.Text, draw.At("mistyped digit")) : problem.Worked.Text);
    }

    private string Guess(WordProblem problem, Draw draw) => problem.Answer.IsInteger || draw.At("right").Uniform() >= habits.GuessRight
        ? Slips.Guess(problem.Answer.Numerator / problem.Answer.Denominator, habits.GuessRight, habits.GuessSpread, draw)
        : Decimals.Write(problem.Answer)!;

    /// <summary>The tool's result as one answers it; null for an error, and for a fraction that no decimal is.</summary>
    private static string? Answer(string result)
    {
        var parts = result.Split('/');
        return parts.Length <= 2
            && BigInteger.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var above)
            && BigInteger.TryParse(parts.Length == 2 ? parts[1] : "1", NumberStyles.None, CultureInfo.InvariantCulture, out var below)
            && !below.IsZero
            ? Decimals.Write(new(above, below))
            : null;
    }
}
