using System.Globalization;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Makes problems of the kind: here are some arguments and values of a function; which is it?</summary>
internal sealed class Induction(InductionOptions options)
{
    private const int HiddenLow = -20;
    private const int HiddenHigh = 99;
    private const string Function = "f";

    public CodeProblem Pose(ulong seed, double difficulty)
    {
        var draw = Draw.From(seed);
        var family = options.Families[draw.At("family").Below(options.Families.Count)];
        var rule = family.Make(Scale(2, options.Factor, difficulty), Scale(1, options.Offset, difficulty), draw.At("rule"));
        var shown = Distinct(options.Arguments[0], options.Arguments[1], options.Examples, draw.At("shown"), []);
        var hidden = Distinct(HiddenLow, HiddenHigh, options.HiddenTests, draw.At("hidden"), shown);
        var text = string.Join(',', shown.Select(x => string.Create(CultureInfo.InvariantCulture, $"{x}:{rule.At(x)}")));

        // The key is the function: who has learned it from some examples knows it from all.
        return new(seed, difficulty, rule.Source, $"{text} {Function}=", Function, Tests(rule, shown), Tests(rule, hidden), rule.Source, rule);
    }

    private static int Scale(int least, int most, double difficulty) => least + (int)Math.Round((most - least) * difficulty);

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
