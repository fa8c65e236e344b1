using System.Globalization;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class CodeDemonstrationTests
{
    private static readonly Sandboxes s_sandbox = new();

    [ClassCleanup]
    public static void Close() => s_sandbox.Dispose();

    [TestMethod]
    public async Task By_default_25_in_100_are_right()
    {
        // 1 - 0.45 - 0.3; four deviations of 4 000 draws are 0.027.
        Assert.AreEqual(0.25, await Right(new(), 4000), 0.028);
    }

    [TestMethod]
    public async Task Without_flaws_all_are_right_and_with_flaws_alone_none()
    {
        Assert.AreEqual(1, await Right(new() { FirstOnly = 0, Slips = 0 }, 200));
        Assert.AreEqual(0, await Right(new() { FirstOnly = 1, Slips = 0 }, 200));
        Assert.AreEqual(0, await Right(new() { FirstOnly = 0, Slips = 1 }, 200));
    }

    [TestMethod]
    public void Who_looks_at_the_first_example_alone_explains_it_with_a_sum()
    {
        var code = new Code(new() { Demonstrations = new() { FirstOnly = 1, Slips = 0 } }, s_sandbox.Pool);
        for (var seed = 0UL; seed < 100; seed++)
        {
            // 0:17,1:21,2:25 f= is explained by x=>x+17.
            var problem = code.Pose(seed, 1);
            var first = ((TextPart)problem.Prompt(0)[0]).Text.Split(',')[0].Split(':')[1];
            Assert.AreEqual(first == "0" ? "x=>x" : $"x=>x+{first}", Say(code, problem, seed));
        }
    }

    [TestMethod]
    public void Of_a_task_from_a_file_they_know_the_first_value_or_most_of_the_solution()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """{"prompt":"Add.","signature":"f(a,b)","visible":[{"arguments":[1,2],"returns":3}],"hidden":[{"arguments":[2,2],"returns":4}],"solution":"(a,b)=>a+b"}""");

            Assert.AreEqual("()=>(3)", Say(Tasks(new() { FirstOnly = 1, Slips = 0 }), 1));
            Assert.AreEqual("(a,b)=>a+", Say(Tasks(new() { FirstOnly = 0, Slips = 1 }), 1));
            Assert.AreEqual("(a,b)=>a+b", Say(Tasks(new() { FirstOnly = 0, Slips = 0, Checks = 1 }), 1), "at once");
        }
        finally
        {
            File.Delete(path);
        }

        Code Tasks(CodeHabits habits) => new(new() { Tasks = path, Demonstrations = habits }, s_sandbox.Pool);
        static string Say(Code code, ulong seed) => CodeDemonstrationTests.Say(code, code.Pose(seed, 1), seed);
    }

    [TestMethod]
    public void A_slip_is_off_by_as_much_as_the_habits_say()
    {
        var off = new HashSet<double>();
        var code = new Code(new() { Induction = new() { Squares = [0, 0] }, Demonstrations = new() { FirstOnly = 0, Slips = 1, Slip = 2 } }, s_sandbox.Pool);
        for (var seed = 0UL; seed < 200; seed++)
        {
            var problem = code.Pose(seed, 1);
            var (said, right) = (Numbers(Say(code, problem, seed)), Numbers(problem.Key));
            off.Add(Math.Abs(said.Offset - right.Offset) + Math.Abs(said.Factor - right.Factor));
        }

        CollectionAssert.AreEquivalent(new[] { 1.0, 2.0 }, off.ToArray());

        (double Factor, double Offset) Numbers(string source)
        {
            var values = s_sandbox.Pool.Call(source, "f", ["[0]", "[1]"], Sandboxes.Limits).Select(result => double.Parse(result.Text, CultureInfo.InvariantCulture)).ToArray();
            return (values[1] - values[0], values[0]);
        }
    }

    [TestMethod]
    public async Task Who_runs_what_they_wrote_on_all_that_is_shown_mends_it()
    {
        var habits = new CodeHabits { FirstOnly = 0.5, Slips = 0.5, Checks = 0.4 };
        var episodes = await Demonstrate(new(new() { Demonstrations = habits }, s_sandbox.Pool), 1000);

        // Four deviations of 1 000 draws at 0.4 are 0.062.
        Assert.AreEqual(0.4, episodes.Average(episode => episode.Calls), 0.062);
        foreach (var episode in episodes)
        {
            Assert.AreEqual(episode.Calls == 1, episode.Verdict!.IsCorrect, episode.Key);
        }

        var checkedFirst = episodes.First(episode => episode.Calls == 1);
        Assert.AreEqual(new CallPart("interpreter", $"[{Arguments(checkedFirst)}].map({Tried(checkedFirst)})"), checkedFirst.Transcript[1].Call);
        Assert.AreNotEqual(Tried(checkedFirst), checkedFirst.Last.Text, "it missed, and was mended");

        static string Arguments(Episode episode) => string.Join(',', episode.Transcript[0].Text.Split(' ')[0].Split(',').Select(example => example.Split(':')[0]));
        static string Tried(Episode episode) => episode.Transcript[1].Call!.Arguments.Split(".map(")[1][..^1];
    }

    [TestMethod]
    public async Task What_fits_all_that_is_shown_is_answered_right_or_wrong()
    {
        // One example tells little: a sum explains it.
        var habits = new CodeHabits { FirstOnly = 1, Slips = 0, Checks = 1 };
        var episodes = await Demonstrate(new(new() { Induction = new() { Examples = 1 }, Demonstrations = habits }, s_sandbox.Pool), 100);

        Assert.IsTrue(episodes.All(episode => episode.Calls == 1 && episode.Transcript[1].Call!.Arguments.EndsWith($"({episode.Last.Text})", StringComparison.Ordinal)));
        Assert.IsTrue(episodes.Any(episode => !episode.Verdict!.IsCorrect));
    }

    private static string Say(Code code, Problem problem, ulong seed) =>
        ((TextPart)code.Demonstrate(problem, Match.Begin("code", problem).Episodes[0], Draw.From(seed))[0]).Text;

    private static async Task<double> Right(CodeHabits habits, int count) =>
        (await Demonstrate(new(new() { Demonstrations = habits }, s_sandbox.Pool), count)).Average(episode => episode.Verdict!.IsCorrect ? 1.0 : 0.0);

    private static async Task<IReadOnlyList<Episode>> Demonstrate(Code code, int count)
    {
        var referee = new Referee("code", code, new([new("interpreter", new Interpreter(new(), s_sandbox.Pool))]), new());
        var episodes = new List<Episode>();
        for (var index = 0; index < count; index++)
        {
            var draw = Draw.From(7).At(index);
            episodes.Add((await referee.Play(code.Pose(draw.Bits(), 1), [new Demonstrator(code)], draw, default)).Episodes[0]);
        }

        return episodes;
    }
}
