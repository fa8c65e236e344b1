using System.Globalization;
using System.Text.Json;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Someone who writes functions as flawed as their habits say.</summary>
internal sealed class CodeDemonstrator(CodeHabits habits)
{
    /// <summary>The next thing said: a function that is run on what is shown, or the answer.</summary>
    public Part Say(CodeProblem problem, Episode soFar, Draw draw)
    {
        var found = Find(problem, draw);
        if (problem.Rule is not { } rule)
        {
            return new TextPart(found);
        }

        return soFar.Last.Parts is [ResultPart result] ? new TextPart(result.Text == Returns(problem) ? found : rule.Source)
            : draw.At("checks").Uniform() < habits.Checks ? new CallPart(habits.Tool, Run(problem, found))
            : new TextPart(found);
    }

    private static string Run(CodeProblem problem, string source) =>
        $"[{string.Join(',', problem.Visible.Select(test => test.Arguments[1..^1]))}].map({source})";

    // What the interpreter says where all is as shown.
    private static string Returns(CodeProblem problem) => $"[{string.Join(',', problem.Visible.Select(test => test.Returns))}]";

    private string Find(CodeProblem problem, Draw draw)
    {
        var mood = draw.At("mood").Uniform();
        var slips = mood >= habits.FirstOnly && mood < habits.FirstOnly + habits.Slips;
        return problem.Rule is { } rule
            ? (mood < habits.FirstOnly ? ExplainFirst(problem.Visible[0]) : slips ? Slip(rule, draw.At("slip")) : rule).Source
            : Task(problem, mood < habits.FirstOnly, slips);
    }

    // The simplest thing that turns the argument into the value.
    private static Rule ExplainFirst(CodeTest test)
    {
        using JsonDocument arguments = JsonDocument.Parse(test.Arguments), value = JsonDocument.Parse(test.Returns);
        return new(0, 1, (int)(value.RootElement.GetInt64() - arguments.RootElement[0].GetInt64()));
    }

    private Rule Slip(Rule rule, Draw draw)
    {
        var off = 1 + draw.At("off").Below(habits.Slip);
        off = draw.At("sign").Below(2) == 1 ? -off : off;
        return draw.At("number").Below(2) == 1
            ? rule with { Factor = rule.Factor + off }
            : rule with { Offset = rule.Offset + off };
    }

    private static string Task(CodeProblem problem, bool firstOnly, bool slips) => (firstOnly, slips, problem.Solution) switch
    {
        (true, _, _) when problem.Visible.Count > 0 => string.Create(CultureInfo.InvariantCulture, $"()=>({problem.Visible[0].Returns})"),
        (_, true, { Length: > 0 } solution) => solution[..^1],
        _ => problem.Solution ?? "",
    };
}
