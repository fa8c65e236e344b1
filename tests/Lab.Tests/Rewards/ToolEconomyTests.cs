using Lab.Core;
using Lab.Rewards;

namespace Lab.Tests;

[TestClass]
public sealed class ToolEconomyTests
{
    [TestMethod]
    [DataRow(0, 0, 0.25, 0)]
    [DataRow(1, 0, 0.25, -0.25)]
    [DataRow(0, 1, 0.25, 0)]
    [DataRow(1, 1, 0.25, 0)]
    [DataRow(2, 1, 0.25, -0.25)]
    [DataRow(4, 1, 0.25, -0.75)]
    [DataRow(5, 1, 0.25, -1)]
    [DataRow(50, 1, 0.25, -1)]
    [DataRow(7, 1, 0.0, 0)]
    [DataRow(3, 2, 1.0, -1)]
    public async Task Each_call_beyond_the_free_ones_costs_the_same_up_to_one(int calls, int free, double cost, double expected)
    {
        Segment[] call = [Segment.Say(new CallPart("calculator", "1")), Segment.Observe(new ResultPart("calculator", "1"))];
        var problem = new MatchingPennies().Pose(1, 1);
        var episode = new Episode(new("pennies", 1, 1), problem.Key, 0, [Segment.Prompt(), .. Enumerable.Repeat(call, calls).SelectMany(both => both)])
        {
            StopReason = StopReason.Answered,
            Verdict = Verdict.Correct("1"),
        };

        var score = await new ToolEconomy(new() { Free = free, Cost = cost }).Score(problem, episode, default);

        Assert.AreEqual(expected, score.Value);
    }

    [TestMethod]
    public async Task It_keeps_what_a_reward_function_promises()
    {
        foreach (var options in new[] { new ToolEconomyOptions(), new() { Free = 0, Cost = 1 }, new() { Free = 1000, Cost = 0 } })
        {
            var checks = await RewardConformance.Examine(new ToolEconomy(options), [], default);

            CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
        }
    }
}
