using System.Globalization;
using System.Text.RegularExpressions;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Someone who looks for an expression as flawed as their habits say.</summary>
internal sealed partial class CountdownDemonstrator(CountdownHabits habits)
{
    // Thoughts for each idea wanted, before what has been tried is tried once more.
    private const int Thoughts = 20;

    /// <summary>The next thing said: a try that is checked, or the answer.</summary>
    public Part Say(CountdownProblem problem, Episode soFar, Draw draw)
    {
        var away = draw.At("takes away").Uniform() < habits.TakesAway ? problem.Target : 0;
        if (soFar.Last.Parts is not [ResultPart result])
        {
            var first = Try(problem, soFar, away, draw.At("try"));
            return draw.At("checks").Uniform() < habits.Checks ? Check(first, away) : new TextPart(first);
        }

        var here = draw.At(soFar.Calls);
        var hits = result.Text == Write(problem.Target - away) && here.At("overlooked").Uniform() >= habits.Overlooked;
        if (!hits && soFar.Calls < habits.Patience && draw.At("persists").Uniform() < habits.Persists)
        {
            return Check(Try(problem, soFar, away, here.At("try")), away);
        }

        var check = soFar.Transcript[^2].Call!.Arguments;
        var tried = check[..^Suffix(away).Length];
        return new TextPart(here.At("miscopied").Uniform() < habits.Miscopied ? Exchange(tried, problem.Numbers, here.At("place")) : tried);
    }

    private CallPart Check(string tried, long away) => new(habits.Tool, tried + Suffix(away));

    private static string Suffix(long away) => away == 0 ? "" : $"-{Write(away)}";

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The nearest to the target of some ideas whose value has not been seen to miss.</summary>
    private string Try(CountdownProblem problem, Episode soFar, long away, Draw draw)
    {
        var seen = soFar.Transcript.SelectMany(segment => segment.Parts).OfType<ResultPart>().Select(part => part.Text).ToHashSet();
        var ideas = Enumerable.Range(0, Thoughts * habits.Ideas).Select(index => CountdownIdea.Of(problem.Numbers, draw.At(index)));
        var idea = ideas
            .Where(idea => !seen.Contains((idea.Value!.Value - away).ToString()))
            .Take(habits.Ideas)
            .MinBy(idea => Math.Abs((long)idea.Value!.Value.Numerator - problem.Target)) ?? ideas.First();
        return draw.At("reused").Uniform() < habits.Reused ? Exchange(idea.Text, problem.Numbers, draw.At("exchange")) : idea.Text;
    }

    /// <summary>The expression with one of its numbers replaced by another one given, the same if all are alike.</summary>
    private static string Exchange(string text, EquatableArray<int> numbers, Draw draw)
    {
        var literals = Literal().Matches(text);
        var literal = literals[draw.Below(literals.Count, 0)];
        var others = numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).Where(number => number != literal.Value).ToArray();
        return others.Length == 0 ? text : $"{text[..literal.Index]}{others[draw.Below(others.Length, 1)]}{text[(literal.Index + literal.Length)..]}";
    }

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
