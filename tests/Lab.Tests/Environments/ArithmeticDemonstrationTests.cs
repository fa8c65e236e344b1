using System.Globalization;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class ArithmeticDemonstrationTests
{
    private static readonly ArithmeticHabits Flawless = new() { ToolShare = 1, Mistyped = 0, Misread = 0 };
    private static readonly ArithmeticHabits Guessing = new() { ToolShare = 0 };

    [TestMethod]
    public async Task By_default_17_in_100_are_right()
    {
        var episodes = await Demonstrate(new(), 10_000);

        // 0.2·0.75·0.85 + 0.8·0.05 = 0.1675 and 0.2; four deviations of 10 000 draws are 0.015 and 0.016.
        Assert.AreEqual(0.1675, episodes.Average(episode => episode.Verdict!.IsCorrect ? 1.0 : 0.0), 0.015);
        Assert.AreEqual(0.2, episodes.Average(episode => episode.Calls), 0.016);
        Assert.IsTrue(episodes.All(episode => episode is { StopReason: StopReason.Answered, Calls: <= 1 }));
    }

    [TestMethod]
    public async Task Who_uses_the_tool_without_slips_is_always_right()
    {
        foreach (var episode in await Demonstrate(Flawless, 500))
        {
            Assert.IsTrue(episode.Verdict!.IsCorrect);
            Assert.AreEqual(new CallPart("calculator", episode.Transcript[0].Text.TrimEnd('=')), episode.Transcript[1].Call);
        }
    }

    [TestMethod]
    public async Task A_mistyped_call_has_one_wrong_digit_and_no_leading_zero()
    {
        foreach (var episode in await Demonstrate(Flawless with { Mistyped = 1 }, 500))
        {
            var call = episode.Transcript[1].Call!.Arguments;
            AssertOneDigitOff(episode.Transcript[0].Text.TrimEnd('='), call);
            Assert.IsTrue(call.Split('*').All(operand => operand[0] != '0'));
            Assert.IsFalse(episode.Verdict!.IsCorrect, "another operand gives another product");
        }
    }

    [TestMethod]
    public async Task A_misread_result_has_one_wrong_digit_and_no_leading_zero()
    {
        foreach (var episode in await Demonstrate(Flawless with { Misread = 1 }, 500))
        {
            AssertOneDigitOff(episode.Transcript[2].Parts.OfType<ResultPart>().Single().Text, episode.Last.Text);
            Assert.AreNotEqual('0', episode.Last.Text[0]);
            Assert.IsFalse(episode.Verdict!.IsCorrect);
        }
    }

    [TestMethod]
    public async Task Slips_happen_as_often_as_the_habits_say()
    {
        var episodes = await Demonstrate(new() { ToolShare = 1, Mistyped = 0.4, Misread = 0.3 }, 5_000);

        // Four deviations of 5 000 draws: 0.028.
        Assert.AreEqual(0.4, Share(episodes, episode => episode.Transcript[1].Call!.Arguments + "=" != episode.Transcript[0].Text), 0.028);
        Assert.AreEqual(0.3, Share(episodes, episode => episode.Transcript[2].Parts.OfType<ResultPart>().Single().Text != episode.Last.Text), 0.028);
        Assert.AreEqual(0.6 * 0.7, Share(episodes, episode => episode.Verdict!.IsCorrect), 0.028);
    }

    [TestMethod]
    public async Task A_wrong_guess_is_off_by_at_most_the_spread_to_either_side()
    {
        var offs = new List<double>();
        foreach (var episode in await Demonstrate(Guessing with { GuessRight = 0, GuessSpread = 0.3 }, 5_000))
        {
            var operands = episode.Key.Split('*').Select(operand => long.Parse(operand, CultureInfo.InvariantCulture)).ToArray();
            var right = operands[0] * operands[1];
            offs.Add((long.Parse(episode.Last.Text, CultureInfo.InvariantCulture) - right) / (double)right);
        }

        Assert.IsTrue(offs.All(off => off != 0 && Math.Abs(off) <= 0.3));
        Assert.AreEqual(0, offs.Average(), 0.01, "four deviations of a mean over ±0.3");
        Assert.IsGreaterThan(0.29, offs.Max());
        Assert.IsLessThan(-0.29, offs.Min());
    }

    [TestMethod]
    public async Task Guesses_are_right_as_often_as_the_habits_say()
    {
        Assert.IsTrue((await Demonstrate(Guessing with { GuessRight = 1 }, 200)).All(episode => episode.Verdict!.IsCorrect));
        Assert.AreEqual(0.5, Share(await Demonstrate(Guessing with { GuessRight = 0.5 }, 5_000), episode => episode.Verdict!.IsCorrect), 0.028);
    }

    [TestMethod]
    public async Task Without_spread_a_wrong_guess_is_off_by_one()
    {
        var episodes = await Demonstrate(Guessing with { GuessRight = 0, GuessSpread = 0 }, 200, new() { Digits = [1, 1] });

        Assert.IsTrue(episodes.All(episode =>
            Math.Abs(long.Parse(episode.Last.Text, CultureInfo.InvariantCulture) - episode.Key.Split('*').Select(operand => (long)(operand[0] - '0')).Aggregate((a, b) => a * b)) == 1));
    }

    [TestMethod]
    [DataRow("error: no such tool")]
    [DataRow("17/2")]
    [DataRow("")]
    public async Task Who_gets_no_number_from_the_tool_guesses(string result)
    {
        var episodes = await Demonstrate(Flawless with { GuessRight = 0.5 }, 200, tools: ScriptedTool.Box("calculator", _ => new(ToolOutcome.Refused, result)));

        Assert.IsTrue(episodes.All(episode => episode.StopReason == StopReason.Answered && long.TryParse(episode.Last.Text, CultureInfo.InvariantCulture, out _)));
        Assert.IsInRange(0.3, 0.7, Share(episodes, episode => episode.Verdict!.IsCorrect));
    }

    private static double Share(IReadOnlyList<Episode> episodes, Func<Episode, bool> holds) => episodes.Average(episode => holds(episode) ? 1.0 : 0.0);

    private static void AssertOneDigitOff(string right, string wrong)
    {
        Assert.AreEqual(right.Length, wrong.Length);
        Assert.AreEqual(1, right.Zip(wrong).Count(pair => pair.First != pair.Second));
    }

    private static async Task<IReadOnlyList<Episode>> Demonstrate(ArithmeticHabits habits, int count, ArithmeticOptions? options = null, Toolbox? tools = null)
    {
        var environment = new Arithmetic((options ?? new()) with { Demonstrations = habits });
        var referee = new Referee("arithmetic", environment, tools ?? new Toolbox([new("calculator", new Calculator(new(), new ParlotExpressions()))]), new());
        var episodes = new List<Episode>();
        for (var index = 0; index < count; index++)
        {
            var match = await referee.Play(environment.Pose((ulong)index, 1), [new Demonstrator(environment)], Draw.From(2).At(index), default);
            episodes.Add(match.Episodes.Single());
        }

        return episodes;
    }
}
