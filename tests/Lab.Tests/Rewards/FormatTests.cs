using Lab.Core;
using Lab.Rewards;

namespace Lab.Tests;

[TestClass]
public sealed class FormatTests
{
    [TestMethod]
    [DataRow(1.0, StopReason.Answered, 1)]
    [DataRow(0.0, StopReason.Answered, 0)]
    [DataRow(0.5, StopReason.Answered, 0, DisplayName = "in part is not in form")]
    [DataRow(0.0, StopReason.OutOfTokens, 0)]
    public async Task It_is_what_the_fact_readable_says(double readable, StopReason reason, double expected)
    {
        Assert.AreEqual(expected, await Score(Verdict.Wrong("407", "another number", new Fact("closeness", 1), new Fact("readable", readable)), reason));
        Assert.AreEqual(expected, await Score(Verdict.Correct("408", new Fact("readable", readable)), reason));
    }

    [TestMethod]
    public async Task Without_the_fact_nothing_is_in_form()
    {
        Assert.AreEqual(0, await Score(Verdict.Wrong(null, "wrong", new Fact("closeness", 1)), StopReason.Answered));
        Assert.AreEqual("readable", new Format(new()).Reads.Single(), "and a run is refused");
    }

    [TestMethod]
    public async Task It_keeps_what_a_reward_function_promises()
    {
        foreach (var facts in new FactDeclaration[][] { [], [new("readable", 0, 1, "")], [new("readable", -7, 9, "")] })
        {
            var checks = await RewardConformance.Examine(new Format(new()), facts, default);

            CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
        }
    }

    private static async Task<double> Score(Verdict verdict, StopReason reason)
    {
        var problem = new MatchingPennies().Pose(1, 1);
        var episode = new Episode(new("pennies", 1, 1), problem.Key, 0, [Segment.Prompt()]) { StopReason = reason, Verdict = verdict };
        return (await new Format(new()).Score(problem, episode, default)).Value;
    }
}
