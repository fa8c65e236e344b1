using System.Globalization;
using System.Numerics;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class WordProblemsDemonstrationTests
{
    private static readonly ParlotExpressions Expressions = new();
    private static readonly WordProblemsHabits Flawless = new() { ToolShare = 1, StepLeftOut = 0, Mistyped = 0, Misread = 0 };

    [TestMethod]
    public async Task By_default_22_in_100_are_right()
    {
        var episodes = await Demonstrate(new(), 10_000);

        // 0.3·0.8·0.85·0.9 + 0.7·0.05 = 0.2186 and 0.3; four deviations of 10 000 draws are 0.017 and 0.018.
        Assert.AreEqual(0.2186, Share(episodes, episode => episode.Verdict!.IsCorrect), 0.017);
        Assert.AreEqual(0.3, episodes.Average(episode => episode.Calls), 0.018);
        Assert.IsTrue(episodes.All(episode => episode is { StopReason: StopReason.Answered, Calls: <= 1 }));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Who_uses_the_tool_without_slips_is_always_right(bool halves) =>
        Assert.IsTrue((await Demonstrate(Flawless, 1000, new() { Halves = halves })).All(episode => episode.Verdict!.IsCorrect));

    [TestMethod]
    public async Task A_step_left_out_leaves_one_operation_less()
    {
        foreach (var episode in await Demonstrate(Flawless with { StepLeftOut = 1 }, 500))
        {
            var steps = episode.Verdict!.Fact("steps");
            var operations = episode.Transcript[1].Call!.Arguments.Count("+-*/".Contains);
            Assert.IsTrue(steps == 4 ? operations is 2 or 3 : operations == steps - 1 || (steps == 3 && operations == 1), episode.Transcript[1].Call!.Arguments);
            Assert.IsFalse(episode.Verdict.IsCorrect, episode.Key);
        }
    }

    [TestMethod]
    public async Task Slips_happen_as_often_as_the_habits_say()
    {
        var episodes = await Demonstrate(Flawless with { Mistyped = 0.4, Misread = 0.3 }, 5_000);

        // Four deviations of 5 000 draws: 0.028.
        Assert.AreEqual(0.4, Share(episodes, episode => Expressions.Evaluate(episode.Transcript[1].Call!.Arguments).Value is not { } value || value != Value(episode)), 0.028);
        Assert.AreEqual(0.3, Share(episodes.Where(IsWhole).ToArray(), episode => Result(episode) != episode.Last.Text), 0.028);
    }

    [TestMethod]
    public async Task Guesses_are_right_as_often_as_the_habits_say()
    {
        var guessing = new WordProblemsHabits { ToolShare = 0, GuessRight = 0.5 };

        Assert.AreEqual(0.5, Share(await Demonstrate(guessing, 5_000), episode => episode.Verdict!.IsCorrect), 0.028);
        Assert.AreEqual(0.5, Share(await Demonstrate(guessing, 5_000, new() { Halves = true }), episode => episode.Verdict!.IsCorrect), 0.028);
        Assert.IsTrue((await Demonstrate(guessing with { GuessRight = 0 }, 500)).All(episode => !episode.Verdict!.IsCorrect && episode.Verdict.Fact("closeness") >= 1 / 2.0));
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(0.2)]
    public async Task A_wrong_guess_is_off_by_as_much_as_the_habits_say(double spread)
    {
        var most = 0.0;
        foreach (var episode in await Demonstrate(new() { ToolShare = 0, GuessRight = 0, GuessSpread = spread }, 1_000))
        {
            var answer = (double)Value(episode).Numerator;
            var off = Math.Abs(double.Parse(episode.Last.Text, CultureInfo.InvariantCulture) - answer);
            Assert.IsInRange(1, Math.Max(1, spread * answer), off);
            most = Math.Max(most, off / answer);
        }

        Assert.IsTrue(spread == 0 || most > 0.9 * spread, "as far as that");
    }

    [TestMethod]
    [DataRow("error: no such tool")]
    [DataRow("1/3")]
    [DataRow("1/0")]
    [DataRow("1/2/3")]
    [DataRow("")]
    public async Task Who_gets_no_number_from_the_tool_guesses(string result)
    {
        var episodes = await Demonstrate(Flawless with { GuessRight = 0.5 }, 200, tools: ScriptedTool.Box("calculator", _ => new(ToolOutcome.Refused, result)));

        Assert.IsTrue(episodes.All(episode => episode.StopReason == StopReason.Answered && episode.Verdict!.Fact("readable") == 1));
        Assert.IsInRange(0.3, 0.7, Share(episodes, episode => episode.Verdict!.IsCorrect));
    }

    private static string Result(Episode episode) => episode.Transcript[2].Parts.OfType<ResultPart>().Single().Text;

    private static bool IsWhole(Episode episode) => BigInteger.TryParse(Result(episode), out _);

    /// <summary>What the key comes to: it lists what is added and multiplied, each with its sign.</summary>
    private static Rational Value(Episode episode) => Expressions.Evaluate(episode.Key.Split(' ')[1].Replace("(+", "(0+").Replace("(*", "(1*")).Value!.Value;

    private static double Share(IReadOnlyList<Episode> episodes, Func<Episode, bool> holds) => episodes.Average(episode => holds(episode) ? 1.0 : 0.0);

    private static async Task<IReadOnlyList<Episode>> Demonstrate(WordProblemsHabits habits, int count, WordProblemsOptions? options = null, Toolbox? tools = null)
    {
        var environment = new WordProblems((options ?? new()) with { Demonstrations = habits });
        var referee = new Referee("word-problems", environment, tools ?? new Toolbox([new("calculator", new Calculator(new(), Expressions))]), new());
        var episodes = new List<Episode>();
        for (var index = 0; index < count; index++)
        {
            var match = await referee.Play(environment.Pose((ulong)index, 1), [new Demonstrator(environment)], Draw.From(2).At(index), default);
            episodes.Add(match.Episodes.Single());
        }

        return episodes;
    }
}
