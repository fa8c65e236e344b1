using Lab.Experiments;

namespace Lab.Tests;

/// <summary>What a run hands to the parts of an algorithm, and what it writes down of them.</summary>
[TestClass]
public sealed class AlgorithmPartsTests
{
    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    [TestMethod]
    public async Task Long_answers_are_punished_by_the_experiments_own_limit_where_that_is_nearer()
    {
        // Every episode earns 0.5. Of 10 tokens that may be said the context of 32 leaves room for all, and a whole episode of s
        // tokens costs (16 - (10 - s)) / 16: the longest has the lowest score.
        using var runs = new Runs();
        var (folder, _, _) = await runs.Work(
            runs.Read(
                Tiny.Text,
                "rewards=[{\"kind\":\"test-constant-reward\"}]",
                "limits.tokens=10",
                "stages.reinforce.iterations=1",
                "stages.reinforce.algorithm={\"kind\":\"grpo\",\"estimator\":{\"kind\":\"test-lowest\"},\"batch\":{\"kind\":\"all\",\"truncated\":\"punish\",\"punishWithin\":16}}"),
            Stop);
        var numbers = StateFiles.Read(Path.Combine(folder.Checkpoints, "reinforce-000001")).Learner!.Numbers;
        Assert.IsInRange(1, 10, numbers["estimator/said"]);
        Assert.AreEqual(0.5 - ((6 + numbers["estimator/said"]) / 16), numbers["estimator/score"], 1e-6);
    }

    [TestMethod]
    public async Task The_weight_of_a_divergence_from_outside_is_a_metric_like_the_labs_own() => CollectionAssert.AreEqual(
        new double?[] { 0.25, 0.5, 1 },
        await Coefficients("[{\"kind\":\"entropy\"},{\"kind\":\"test-pull\"}]"));

    [TestMethod]
    [DataRow("[{\"kind\":\"test-pull\",\"silent\":true}]")]
    [DataRow("[{\"kind\":\"entropy\"}]")]
    [DataRow("[]")]
    public async Task Where_no_part_says_a_weight_there_is_no_such_metric(string regularizers) =>
        CollectionAssert.AreEqual(new double?[] { null, null, null }, await Coefficients(regularizers));

    [TestMethod]
    public async Task A_fixed_weight_is_the_files() =>
        CollectionAssert.AreEqual(new double?[] { 0.02, 0.02, 0.02 }, await Coefficients("[{\"kind\":\"kl\",\"coefficient\":0.02}]"));

    private async Task<double?[]> Coefficients(string regularizers)
    {
        using var runs = new Runs();
        var (_, _, events) = await runs.Work(runs.Read(Tiny.Text, "stages.reinforce.iterations=3", "evaluation.every=0", $"stages.reinforce.algorithm={{\"kind\":\"grpo\",\"regularizers\":{regularizers}}}"), Stop);
        return [.. events.OfType<RunEvent.IterationDone>().Where(done => done.Stage == "reinforce").Select(done => done.Metrics.TryGetValue(MetricNames.KlCoefficient, out var value) ? value : (double?)null)];
    }
}
