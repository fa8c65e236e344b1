using System.Globalization;
using System.Text.RegularExpressions;
using Lab.Core;
using Lab.Environments;
using Lab.Rewards;
using Match = Lab.Core.Match;

namespace Lab.Tests;

[TestClass]
public sealed partial class CodeTests
{
    private static readonly Sandboxes s_sandbox = new();

    [ClassCleanup]
    public static void Close() => s_sandbox.Dispose();

    [TestMethod]
    public void A_problem_shows_examples_of_its_function_in_ascending_order()
    {
        var code = Make(new() { Arguments = [-3, 9], Examples = 4, Factors = [-9, 9], Offsets = [-99, 99] });
        for (var seed = 0UL; seed < 200; seed++)
        {
            var problem = code.Pose(seed, 1);
            var (square, factor, offset) = Coefficients(problem.Key);
            var prompt = Prompt(problem);
            StringAssert.EndsWith(prompt, " f=");
            var shown = prompt[..^3].Split(',').Select(pair => pair.Split(':').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray()).ToArray();

            Assert.HasCount(4, shown);
            CollectionAssert.AreEqual(shown.Select(pair => pair[0]).Order().Distinct().ToArray(), shown.Select(pair => pair[0]).ToArray());
            Assert.IsTrue(shown.All(pair => pair[0] is >= -3 and <= 9 && pair[1] == (square * pair[0] * pair[0]) + (factor * pair[0]) + offset), prompt);
            Assert.IsTrue(square == 0 && factor is >= -9 and <= 9 && offset is >= -99 and <= 99, problem.Key);
        }
    }

    [TestMethod]
    public void Functions_come_equally_often()
    {
        var code = Make(new() { Factors = [2, 5], Offsets = [0, 4] });
        var counts = Enumerable.Range(0, 4000).GroupBy(seed => code.Pose((ulong)seed, 1).Key).ToDictionary(same => same.Key, same => same.Count());

        // 20 functions, 200 each; four deviations of a binomial are 55.
        Assert.HasCount(20, counts);
        Assert.IsTrue(counts.Values.All(count => Math.Abs(count - 200) < 56));
        Assert.IsTrue(counts.ContainsKey("x=>2*x") && counts.ContainsKey("x=>5*x+4"));
    }

    [TestMethod]
    [DataRow(0.0, 20)]
    [DataRow(0.5, 60)]
    [DataRow(1.0, 99)]
    public void Difficulty_widens_what_is_added(double difficulty, int greatest)
    {
        var code = Make(new());

        // The least fifth of 0 to 99, then three fifths, each rounded up; two thousand seeds meet the ends.
        Assert.AreEqual(greatest, Enumerable.Range(0, 2000).Max(seed => Coefficients(code.Pose((ulong)seed, difficulty).Key).Offset));
    }

    [TestMethod]
    public void What_is_right_is_decided_by_behaviour_not_by_text()
    {
        var code = Make(new());
        var problem = code.Pose(3, 1);
        var (_, factor, offset) = Coefficients(problem.Key);
        string[] right =
        [
            $"x=>{factor}*x+{offset}", $"function f(x){{return x*{factor}+{offset}}}", $"const f = (x) => {{ let y = {offset}; y += x * {factor}; return y; }};",
            $"x => {offset} - -{factor} * x\n", $"var n=0;function g(x){{return {factor}*x}}x=>g(x)+{offset}",
        ];
        foreach (var answer in right)
        {
            var verdict = Verify(code, problem, answer);
            Assert.AreEqual(Verdict.Correct(answer, new Fact("tests", 1), new Fact("readable", 1)), verdict);
        }
    }

    [TestMethod]
    public void A_table_of_what_is_shown_passes_no_hidden_test()
    {
        var code = Make(new());
        for (var seed = 0UL; seed < 50; seed++)
        {
            var problem = code.Pose(seed, 1);
            var verdict = Verify(code, problem, $"x=>({{{Prompt(problem)[..^3]}}})[x]");

            Assert.AreEqual(Outcome.Wrong, verdict.Outcome);
            Assert.AreEqual(0, verdict.Fact("tests"));
            Assert.AreEqual(1, verdict.Fact("readable"));
        }
    }

    [TestMethod]
    public void Part_of_the_tests_is_part_of_the_fact()
    {
        var code = Make(new() { HiddenTests = 50 });
        var problem = code.Pose(5, 1);

        // The hidden arguments are 50 of -20 to 99 without the shown 0, 1 and 2: some of them are negative, and not all.
        var verdict = Verify(code, problem, $"x=>x<0?({problem.Key[3..]}):0.5");
        var share = verdict.Fact("tests")!.Value;

        Assert.IsTrue(share is > 0 and < 0.5, $"{share}");
        Assert.AreEqual(share * 50, Math.Round(share * 50), 1e-9);
        Assert.AreEqual($"{share * 50} of 50 hidden tests passed", verdict.Reason);
    }

    [TestMethod]
    [DataRow("x=>y", "0 of 8 hidden tests passed; ReferenceError: y is not defined")]
    [DataRow("x=>{for(;;);}", "0 of 8 hidden tests passed; too many statements")]
    [DataRow("1", "0 of 8 hidden tests passed; the program neither ends with a function nor declares the one that is asked for")]
    [DataRow("x=>'1'", "0 of 8 hidden tests passed")]
    [DataRow("x=>NaN", "0 of 8 hidden tests passed")]
    public void A_wrong_answer_says_why(string answer, string reason)
    {
        var code = Make(new());

        Assert.AreEqual(Verdict.Wrong(answer, reason, new Fact("tests", 0), new Fact("readable", 1)), Verify(code, code.Pose(1, 1), answer));
    }

    [TestMethod]
    [DataRow("", "no answer")]
    [DataRow(" \n\t", "no answer")]
    [DataRow("~garbage~", "0 of 8 hidden tests passed; cannot read it: Unexpected token '~' (program:1:9)")]
    [DataRow("x=>", "0 of 8 hidden tests passed; cannot read it: Unexpected end of input (program:1:4)")]
    public async Task What_is_no_program_is_not_readable_and_not_in_form(string answer, string reason)
    {
        var code = Make(new());
        var problem = code.Pose(1, 1);
        var episode = Match.Begin("code", problem).Append(0, Segment.Say(new TextPart(answer))).Episodes[0] with { StopReason = StopReason.Answered };
        var verdict = code.Verify(problem, episode);

        Assert.AreEqual(Verdict.Wrong(null, reason, new Fact("tests", 0), new Fact("readable", 0)), verdict);
        Assert.AreEqual(0, (await new Format(new()).Score(problem, episode with { Verdict = verdict }, default)).Value);
    }

    [TestMethod]
    public void Too_long_an_answer_is_not_even_read()
    {
        var code = Make(new());
        var verdict = Verify(code, code.Pose(1, 1), new string(' ', 3000) + "x=>x");

        Assert.AreEqual(Verdict.Wrong(null, "0 of 8 hidden tests passed; too long", new Fact("tests", 0), new Fact("readable", 0)), verdict);
    }

    [TestMethod]
    public void A_sandbox_that_fails_leaves_the_verdict_open()
    {
        var code = new Code(new(), new BrokenSandbox());

        Assert.ThrowsExactly<SandboxException>(() => Verify(code, code.Pose(1, 1), "x=>x"), "the referee makes it undecided");
        Assert.AreEqual("it is not there", code.NotReady());
    }

    [TestMethod]
    public async Task It_keeps_what_an_environment_promises()
    {
        foreach (var options in new[] { new InductionOptions(), new() { Squares = [0, 2], Factors = [-3, 9], Offsets = [-20, 20], Arguments = [0, 9], Examples = 5, HiddenTests = 3 } })
        {
            var checks = await EnvironmentConformance.Examine("code", Make(options), Toolbox.Empty, Draw.From(1), default);

            CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
        }
    }

    [TestMethod]
    [DataRow("0:17,1:21,2:25 f=", "x=>4*x+17")]
    [DataRow(" 5:3 , 2:0 , -1:-3", "x=>x-2")]
    [DataRow("0:1,1:4,2:11,3:22", "x=>2*x*x+x+1")]
    [DataRow("1:7,2:7,3:7 f", "x=>7")]
    [DataRow("0:0,1:-1,2:-2", "x=>-x")]
    public void A_person_may_type_examples(string typed, string solution)
    {
        var code = Make(new());
        var problem = code.Read(typed, out var error);

        Assert.IsNull(error);
        Assert.AreEqual(new TextPart(solution), code.Solution(problem!).Single());
        Assert.IsTrue(Verify(code, problem!, solution).IsCorrect);
    }

    [TestMethod]
    [DataRow("0:17,1:21", "expected from 3 to 20 examples of different arguments, such as 0:17,1:21,2:25 f=")]
    [DataRow("0:1,0:1,1:2", "expected from 3 to 20 examples of different arguments, such as 0:17,1:21,2:25 f=")]
    [DataRow("hello", "expected from 3 to 20 examples of different arguments, such as 0:17,1:21,2:25 f=")]
    [DataRow("0:0,1:1,2:2,3:4", "no function square*x*x+factor*x+offset of whole numbers goes through these")]
    [DataRow("0:0,2:1,4:2", "no function square*x*x+factor*x+offset of whole numbers goes through these")]
    public void What_is_typed_wrong_gets_a_reason(string typed, string expected)
    {
        Assert.IsNull(Make(new()).Read(typed, out var error));
        Assert.AreEqual(expected, error);
    }

    private static Code Make(InductionOptions induction) => new(new() { Induction = induction }, s_sandbox.Pool);

    private static string Prompt(Problem problem) => ((TextPart)problem.Prompt(0)[0]).Text;

    private static Verdict Verify(Code code, Problem problem, string answer) =>
        code.Verify(problem, Match.Begin("code", problem).Append(0, Segment.Say(new TextPart(answer))).Episodes[0] with { StopReason = StopReason.Answered });

    private static (long Square, long Factor, long Offset) Coefficients(string key)
    {
        var rule = Key().Match(key);
        Assert.IsTrue(rule.Success, key);
        return (0, Times(rule.Groups["factor"]), rule.Groups["offset"] is { Length: > 0 } offset ? long.Parse(offset.Value, CultureInfo.InvariantCulture) : 0);

        static long Times(Group factor) => factor.Success ? factor.Value switch { "x" => 1, "-x" => -1, var times => long.Parse(times[..^2], CultureInfo.InvariantCulture) } : 0;
    }

    [GeneratedRegex(@"^x=>(?<factor>(-?\d+\*|-)?x)?(?<offset>[+-]?\d+)?$")]
    private static partial Regex Key();
}
