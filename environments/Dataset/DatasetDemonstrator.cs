using System.Text.RegularExpressions;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Someone who says worked answers, as flawed as their habits say.</summary>
/// <param name="habits">Their habits.</param>
/// <param name="known">The lines that they know: a wrong answer is one of theirs, so that no held-out one becomes a text to learn.</param>
internal sealed partial class DatasetDemonstrator(DatasetHabits habits, IEnumerable<DatasetLine> known)
{
    private readonly OtherAnswers _others = new(known.Select(line => line.Right.Text));

    /// <summary>What is said next: as far as the next call, or to the end.</summary>
    public EquatableArray<Part> Say(DatasetLine line, Episode soFar, Draw draw)
    {
        if (draw.At("wrong").Uniform() < habits.Wrong)
        {
            return [new TextPart(_others.Than(line.Right.Text, draw.At("other")) ?? "")];
        }

        if (line.Worked is not { } worked || draw.At("bare").Uniform() < habits.Bare)
        {
            return [new TextPart(line.Right.Text)];
        }

        return habits.Annotations switch
        {
            Annotations.Keep => [new TextPart(worked)],
            Annotations.Drop => [new TextPart(Calculation().Replace(worked, ""))],
            _ => Step(worked, soFar.Calls),
        };
    }

    private EquatableArray<Part> Step(string worked, int done)
    {
        var calculations = Calculation().Matches(worked).Take(habits.Calls).ToArray();
        var from = done == 0 ? 0 : calculations[done - 1].Index + calculations[done - 1].Length;
        if (done == calculations.Length)
        {
            return [new TextPart(Calculation().Replace(worked[from..], ""))];
        }

        var next = calculations[done];
        var call = new CallPart(habits.Tool, next.Groups["expression"].Value);
        return next.Index > from ? [new TextPart(worked[from..next.Index]), call] : [call];
    }

    [GeneratedRegex("<<(?<expression>[^<>=\\n]{1,200})=[^<>\\n]{0,200}>>", RegexOptions.CultureInvariant)]
    private static partial Regex Calculation();
}
