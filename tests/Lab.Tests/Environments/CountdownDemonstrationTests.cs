using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class CountdownDemonstrationTests
{
    private static readonly CountdownHabits Careful = new() { Reused = 0, Checks = 1, TakesAway = 0, Persists = 1, Overlooked = 0, Miscopied = 0, Patience = 4 };

    [TestMethod]
    public async Task Checks_and_further_tries_happen_as_often_as_the_habits_say()
    {
        var episodes = await Demonstrate(new() { Checks = 0.4, TakesAway = 0, Persists = 0.3, Overlooked = 0, Patience = 4 }, 5_000);

        // Four deviations of 5 000 draws: 0.028. Of those who check and miss, three in ten go on.
        Assert.AreEqual(0.4, Share(episodes, episode => episode.Calls > 0), 0.028);
        var missed = episodes.Where(episode => episode.Calls > 0 && !Hits(episode, 2)).ToArray();
        Assert.AreEqual(0.3, Share(missed, episode => episode.Calls > 1), 4 * Math.Sqrt(0.21 / missed.Length));
    }

    [TestMethod]
    public async Task Who_checks_without_slips_answers_a_hit_and_else_goes_on()
    {
        foreach (var episode in await Demonstrate(Careful, 500))
        {
            var hit = Enumerable.Range(1, episode.Calls).FirstOrDefault(call => Hits(episode, 2 * call));
            Assert.AreEqual(hit > 0, episode.Verdict!.IsCorrect);
            Assert.AreEqual(hit > 0 ? hit : 4, episode.Calls);
            Assert.AreEqual(episode.Transcript[^3].Call!.Arguments, episode.Last.Text);
        }
    }

    [TestMethod]
    public async Task Who_takes_the_target_away_sees_a_hit_as_zero_and_answers_without_it()
    {
        var episodes = await Demonstrate(Careful with { TakesAway = 0.5 }, 2_000);

        // Four deviations of 2 000 draws: 0.045. The target is a number of its own in no other check.
        var away = episodes.Where(episode => episode.Transcript[1].Call!.Arguments == $"{Tried(episode, 1)}-{Target(episode)}").ToArray();
        Assert.AreEqual(0.5, (double)away.Length / episodes.Count, 0.045);
        foreach (var episode in away)
        {
            Assert.AreEqual(Result(episode, 2 * episode.Calls) == "0", episode.Verdict!.IsCorrect);
            Assert.AreEqual(Tried(episode, episode.Calls), episode.Last.Text);
            Assert.IsTrue(Enumerable.Range(1, episode.Calls - 1).All(call => Result(episode, 2 * call) != "0"));
        }
    }

    [TestMethod]
    public async Task Hits_are_overlooked_as_often_as_the_habits_say()
    {
        var episodes = (await Demonstrate(Careful with { Overlooked = 0.3 }, 5_000)).Where(episode => Hits(episode, 2)).ToArray();

        Assert.IsGreaterThan(300, episodes.Length);
        Assert.AreEqual(0.3, Share(episodes, episode => episode.Calls > 1), 4 * Math.Sqrt(0.21 / episodes.Length));
    }

    [TestMethod]
    public async Task What_has_missed_is_not_tried_again_while_there_is_something_else_to_try()
    {
        foreach (var episode in await Demonstrate(Careful with { Patience = 8 }, 500))
        {
            // Of three different numbers much more than eight values can be made.
            var results = Enumerable.Range(1, episode.Calls).Select(call => Result(episode, 2 * call)).ToArray();
            var numbers = episode.Key.Split('>')[0].Split(' ');
            Assert.IsTrue(numbers.Distinct().Count() < 3 || results.Distinct().Count() == results.Length, string.Join(", ", results));
        }
    }

    [TestMethod]
    public async Task Who_persists_once_persists_as_long_as_patience_lasts()
    {
        var again = (await Demonstrate(Careful with { Persists = 0.3 }, 2_000)).Where(episode => episode.Calls > 1).ToArray();

        Assert.IsGreaterThan(300, again.Length);
        Assert.IsTrue(again.All(episode => episode.Calls == 4 || Hits(episode, 2 * episode.Calls)));
        Assert.IsTrue(again.Any(episode => episode.Calls == 4));
    }

    [TestMethod]
    public async Task Answers_are_miscopied_as_often_as_the_habits_say()
    {
        // Numbers that are all alike cannot be exchanged: among three from 1 to 10 that is one problem in a hundred.
        var episodes = await Demonstrate(Careful with { Miscopied = 0.5 }, 5_000);

        Assert.AreEqual(0.5, Share(episodes, episode => episode.Transcript[^3].Call!.Arguments != episode.Last.Text), 0.028 + 0.01);
    }

    [TestMethod]
    public async Task Without_slips_every_try_is_legal_and_with_them_as_often_as_the_habits_say()
    {
        Assert.IsTrue((await Demonstrate(Careful with { Checks = 0 }, 500)).All(episode => episode.Verdict!.Fact("legal") == 1));

        // An exchanged number is used too often, unless all are alike: with numbers up to 100 almost always.
        var slips = await Demonstrate(Careful with { Checks = 0, Reused = 0.5 }, 5_000, new() { Numbers = [1, 100], Targets = [1, 1000] });
        Assert.AreEqual(0.5, Share(slips, episode => episode.Verdict!.Fact("legal") == 0), 0.028);
    }

    [TestMethod]
    public async Task The_more_ideas_the_nearer_the_try()
    {
        var one = await Demonstrate(Careful with { Checks = 0, Ideas = 1 }, 3_000);
        var many = await Demonstrate(Careful with { Checks = 0, Ideas = 100 }, 300);

        // Worked out apart by a simulation of 3 000 problems: one idea hits one target in ten.
        Assert.AreEqual(0.1, Share(one, episode => episode.Verdict!.IsCorrect), 0.03);
        Assert.IsGreaterThan(0.9, Share(many, episode => episode.Verdict!.IsCorrect));
    }

    [TestMethod]
    [DataRow("error: no such tool")]
    [DataRow("")]
    public async Task Whatever_the_tool_says_the_demonstration_ends(string result)
    {
        var tools = ScriptedTool.Box("calculator", _ => new(ToolOutcome.Refused, result));

        Assert.IsTrue((await Demonstrate(Careful, 50, tools: tools)).All(episode => episode is { StopReason: StopReason.Answered, Calls: 4 }));
    }

    private static bool Hits(Episode episode, int segment) => Result(episode, segment) == Target(episode);

    private static string Result(Episode episode, int segment) => episode.Transcript[segment].Parts.OfType<ResultPart>().Single().Text;

    private static string Target(Episode episode) => episode.Key.Split('>')[1];

    /// <summary>What was checked, without the target where that is taken away.</summary>
    private static string Tried(Episode episode, int call)
    {
        var check = episode.Transcript[(2 * call) - 1].Call!.Arguments;
        return check.EndsWith($"-{Target(episode)}", StringComparison.Ordinal) ? check[..check.LastIndexOf('-')] : check;
    }

    private static double Share(IReadOnlyList<Episode> episodes, Func<Episode, bool> holds) => episodes.Average(episode => holds(episode) ? 1.0 : 0.0);

    private static async Task<IReadOnlyList<Episode>> Demonstrate(CountdownHabits habits, int count, CountdownOptions? options = null, Toolbox? tools = null)
    {
        var environment = new Countdown((options ?? new()) with { Demonstrations = habits });
        var referee = new Referee("countdown", environment, tools ?? new Toolbox([new("calculator", new Calculator(new(), new ParlotExpressions()))]), new() { Calls = 8 });
        var episodes = new List<Episode>();
        for (var index = 0; index < count; index++)
        {
            var match = await referee.Play(environment.Pose((ulong)index, 1), [new Demonstrator(environment)], Draw.From(2).At(index), default);
            episodes.Add(match.Episodes.Single());
        }

        return episodes;
    }
}
