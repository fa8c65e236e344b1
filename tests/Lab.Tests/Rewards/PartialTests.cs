using System.ComponentModel.DataAnnotations;
using Lab.Core;
using Lab.Rewards;

namespace Lab.Tests;

[TestClass]
public sealed class PartialTests
{
    [TestMethod]
    [DataRow(0.0, 0.0, 1.0, 0.0)]
    [DataRow(0.8, 0.0, 1.0, 0.8)]
    [DataRow(1.0, 0.0, 1.0, 1.0)]
    [DataRow(0.8, 0.0, 2.0, 0.64)]
    [DataRow(0.64, 0.0, 0.5, 0.8)]
    [DataRow(0.5, 0.5, 1.0, 0.0)]
    [DataRow(0.3, 0.5, 1.0, 0.0)]
    [DataRow(0.8, 0.5, 1.0, 0.6)]
    [DataRow(0.8, 0.5, 2.0, 0.36)]
    [DataRow(0.9, 0.8, 3.0, 0.125)]
    [DataRow(1.0, 0.999, 10.0, 1.0)]
    [DataRow(-3.0, 0.0, 1.0, 0.0)]
    [DataRow(7.0, 0.5, 2.0, 1.0)]
    public async Task It_is_the_share_of_the_way_to_a_power(double closeness, double from, double power, double expected) =>
        Assert.AreEqual(expected, await Score(new() { From = from, Power = power }, Verdict.Wrong("1", "wrong", new Fact("closeness", closeness))), 1e-12);

    [TestMethod]
    public async Task It_reads_the_fact_named_and_is_zero_without_it()
    {
        var verdict = Verdict.Wrong("1", "wrong", new Fact("closeness", 0.9), new Fact("shared", 0.25));

        Assert.AreEqual(0.25, await Score(new() { Fact = "shared" }, verdict));
        Assert.AreEqual(0, await Score(new() { Fact = "other" }, verdict));
        Assert.AreEqual(0, await Score(new(), Verdict.Correct("1")), "it is closeness, not the verdict");
    }

    [TestMethod]
    public void Shapes_out_of_range_are_refused()
    {
        foreach (var options in new PartialOptions[] { new() { From = 1 }, new() { From = -0.1 }, new() { Power = 0 }, new() { Power = 11 }, new() { Fact = "" } })
        {
            Assert.IsFalse(Validator.TryValidateObject(options, new(options), null, validateAllProperties: true), $"{options}");
        }
    }

    [TestMethod]
    public async Task It_keeps_what_a_reward_function_promises()
    {
        foreach (var options in new PartialOptions[] { new(), new() { From = 0.999, Power = 10 }, new() { From = 0.5, Power = 0.1 } })
        {
            foreach (var facts in new FactDeclaration[][] { [], [new("closeness", 0, 1, "")], [new("closeness", -1e300, 1e300, "")] })
            {
                var checks = await RewardConformance.Examine(new Partial(options), facts, default);

                CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
            }
        }
    }

    private static async Task<double> Score(PartialOptions options, Verdict verdict)
    {
        var problem = new MatchingPennies().Pose(1, 1);
        var episode = new Episode(new("pennies", 1, 1), problem.Key, 0, [Segment.Prompt()]) { StopReason = StopReason.Answered, Verdict = verdict };
        return (await new Partial(options).Score(problem, episode, default)).Value;
    }
}
