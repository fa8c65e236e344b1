using System.Globalization;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Makes problems of the kind: here are some arguments and values of a function; which is it?</summary>
internal sealed class Induction(InductionOptions options)
{
    private const int HiddenLow = -20;
    private const int HiddenHigh = 99;
    private const double EasiestShare = 0.2;
    private const string Function = "f";

    public CodeProblem Pose(ulong seed, double difficulty)
    {
        var draw = Draw.From(seed);
        var rule = new Rule(Within(options.Squares, draw.At("square")), Within(options.Factors, draw.At("factor")), Within(Ease(options.Offsets, difficulty), draw.At("offset")));
        return Pose(seed, difficulty, rule, [.. Distinct(options.Arguments[0], options.Arguments[1], options.Examples, draw.At("shown"), []).Order()]);
    }

    /// <summary>The problem of this function, with these examples.</summary>
    public CodeProblem Pose(ulong seed, double difficulty, Rule rule, long[] shown)
    {
        var hidden = Distinct(HiddenLow, HiddenHigh, options.HiddenTests, Draw.From(seed).At("hidden"), shown);
        var text = string.Join(',', shown.Select(x => string.Create(CultureInfo.InvariantCulture, $"{x}:{rule.At(x)}")));

        // The key is the function: who has learned it from some examples knows it from all.
        return new(seed, difficulty, rule.Source, $"{text} {Function}=", Function, Tests(rule, shown), Tests(rule, hidden), rule.Source, rule);
    }

    private static EquatableArray<int> Ease(EquatableArray<int> range, double difficulty) =>
        [range[0], range[0] + (int)Math.Ceiling((range[1] - range[0]) * (EasiestShare + ((1 - EasiestShare) * difficulty)))];

    private static int Within(EquatableArray<int> range, Draw draw) => (int)draw.Between(range[0], range[1]);

    private static long[] Distinct(int low, int high, int count, Draw draw, long[] taken)
    {
        var free = Enumerable.Range(low, high - low + 1).Select(x => (long)x).Except(taken).ToArray();
        draw.Shuffle<long>(free);
        return free[..count];
    }

    private static EquatableArray<CodeTest> Tests(Rule rule, IEnumerable<long> arguments) => arguments
        .Select(x => new CodeTest(string.Create(CultureInfo.InvariantCulture, $"[{x}]"), rule.At(x).ToString(CultureInfo.InvariantCulture)))
        .ToEquatableArray();
}
