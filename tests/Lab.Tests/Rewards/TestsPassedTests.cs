using Lab.Core;
using Lab.Rewards;

namespace Lab.Tests;

[TestClass]
public sealed class TestsPassedTests
{
    [TestMethod]
    [DataRow(0.0, 0.0)]
    [DataRow(0.375, 0.375)]
    [DataRow(1.0, 1.0)]
    public async Task It_is_the_share_of_tests_passed(double share, double expected) =>
        Assert.AreEqual(expected, await Score(Verdict.Wrong("x=>x", "not all", new Fact("closeness", 0.9), new Fact("tests", share))));

    [TestMethod]
    public async Task Without_the_fact_it_is_nothing()
    {
        Assert.AreEqual(0, await Score(Verdict.Correct("408")));
        Assert.AreEqual(0, await Score(Verdict.Wrong(null, "no answer", new Fact("closeness", 0.9))));
    }

    [TestMethod]
    public async Task It_keeps_what_a_reward_function_promises()
    {
        var checks = await RewardConformance.Examine(new TestsPassed(new()), [new("tests", 0, 1, "the share of hidden tests passed")], default);

        CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
    }

    private static async Task<double> Score(Verdict verdict)
    {
        var problem = new MatchingPennies().Pose(1, 1);
        var episode = new Episode(new("pennies", 1, 1), problem.Key, 0, [Segment.Prompt()]) { StopReason = StopReason.Answered, Verdict = verdict };
        return (await new TestsPassed(new()).Score(problem, episode, default)).Value;
    }
}
