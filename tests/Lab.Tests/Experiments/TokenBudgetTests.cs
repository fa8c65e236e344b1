using Lab.Experiments;
using Lab.Learning;

namespace Lab.Tests;

[TestClass]
public sealed class TokenBudgetTests
{
    private const double Peak = 1e-3;

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    [TestMethod]
    [DataRow(0.0, 0.1, 0.0, 0.05, 0.0, 0.1)]
    [DataRow(0.2, 0.3, 0.5, 0.9, 0.5, 0.9)]
    [DataRow(0.2, 0.3, 0.9, 1.4, 0.9, 1.0)]
    [DataRow(0.4, 0.5, 0.3, 0.6, 0.4, 0.6)]
    public void Progress_is_that_of_the_limit_which_is_nearer(double from, double to, double otherFrom, double otherTo, double expectedFrom, double expectedTo) =>
        Assert.AreEqual(new Progress(expectedFrom, expectedTo), new Progress(from, to).Or(new(otherFrom, otherTo)));

    [TestMethod]
    [DataRow("ppo")]
    [DataRow("dapo")]
    public async Task A_stage_ends_with_the_iteration_that_reaches_its_tokens_and_so_does_its_step_size(string algorithm)
    {
        const long budget = 1500;
        using var runs = new Runs();
        var (_, _, events) = await runs.Work(runs.Read(Untrained(budget, algorithm, iterations: 500)), Stop);
        var metrics = events.OfType<RunEvent.IterationDone>().Select(done => done.Metrics).ToArray();

        var spent = 0.0;
        foreach (var line in metrics)
        {
            Assert.IsLessThan(budget, spent, "no iteration begins when the tokens are spent");
            spent += line[MetricNames.SampledTokens];
            // Where no group is left there is no step.
            Assert.AreEqual(line[MetricNames.TrainedTokens] > 0 ? Peak * (1 - Math.Min(1, spent / budget)) : 0, line[MetricNames.StepSize], 1e-9);
        }

        Assert.IsGreaterThanOrEqualTo(budget, spent);
        Assert.IsGreaterThan(2, metrics.Length);
        if (algorithm == "dapo")
        {
            // An untrained policy is nearly always wrong: groups are alike, and are replaced three times.
            Assert.IsTrue(metrics.Any(line => line[MetricNames.Episodes] > 8 && line[MetricNames.GroupsDropped] > 0), "refills count too");
        }
    }

    [TestMethod]
    public async Task Iterations_may_be_the_nearer_limit()
    {
        using var runs = new Runs();
        var (_, _, events) = await runs.Work(runs.Read(Untrained(1_000_000, "ppo", iterations: 2)), Stop);

        CollectionAssert.AreEqual(new[] { Peak / 2, 0 }, events.OfType<RunEvent.IterationDone>().Select(done => done.Metrics[MetricNames.StepSize]).ToArray());
    }

    [TestMethod]
    public async Task What_was_spent_is_part_of_what_a_learner_carries()
    {
        await using var policy = await Torch.Tiny();
        var options = new LearnerOptions(new(), Peak);
        await using var learner = await Learner.Create(policy, Objectives.Make(new Grpo()), options);
        learner.Spend(70);
        learner.Spend(5);
        await using var resumed = await Learner.Create(policy, Objectives.Make(new Grpo()), options, resumed: await learner.Save(Stop));

        Assert.AreEqual(75, resumed.Spent);
    }

    private static string Untrained(long tokens, string algorithm, int iterations) => $$"""
        {
          "name": "untrained",
          "environment": { "kind": "arithmetic", "operations": ["+"], "digits": [1, 1], "heldOut": 0.1 },
          "tools": [{ "kind": "calculator" }],
          "policy": { "layers": 1, "width": 16, "heads": 2, "context": 32 },
          "rewards": [{ "kind": "correct" }],
          "stages": [
            { "kind": "reinforce", "algorithm": { "kind": "{{algorithm}}" }, "iterations": {{iterations}}, "tokens": {{tokens}}, "problems": 4, "attempts": 2,
              "learningRate": {{Peak}}, "optimizer": { "warmup": 0, "final": 0 } }
          ],
          "evaluation": { "problems": 5, "every": 0 }
        }
        """;
}
