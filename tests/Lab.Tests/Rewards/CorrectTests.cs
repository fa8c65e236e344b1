using Lab.Core;
using Lab.Rewards;

namespace Lab.Tests;

[TestClass]
public sealed class CorrectTests
{
    [TestMethod]
    public async Task It_is_one_where_the_verdict_is_correct_and_zero_elsewhere()
    {
        var reward = new Correct(new());
        var problem = new MatchingPennies().Pose(1, 1);
        var episode = new Episode(new("pennies", 1, 1), problem.Key, 0, [Segment.Prompt()]) { StopReason = StopReason.Answered };

        Assert.AreEqual(1, (await reward.Score(problem, episode with { Verdict = Verdict.Correct("408") }, default)).Value);
        Assert.AreEqual(0, (await reward.Score(problem, episode with { Verdict = Verdict.Wrong("407", "another number") }, default)).Value);
    }

    [TestMethod]
    public async Task It_keeps_what_a_reward_function_promises()
    {
        var checks = await RewardConformance.Examine(new Correct(new()), [], default);

        CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
    }
}
