using System.Text.Json;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>Runs that go wrong on purpose.</summary>
[TestClass]
public sealed class AdvisedRunTests : IDisposable
{
    // Sums of one digit, by people who always ask the calculator.
    private const string Sums = """
        {
          "name": "sums",
          "environment": { "kind": "arithmetic", "operations": ["+"], "digits": [1, 1], "heldOut": 0.1,
                           "demonstrations": { "toolShare": 1, "mistyped": 0.4, "misread": 0.4 } },
          "tools": [{ "kind": "calculator" }],
          "policy": { "layers": 1, "width": 32, "heads": 2, "context": 32, "rotaryBase": 100 },
          "rewards": [{ "kind": "correct" }],
          "stages": [
            { "kind": "imitate", "episodes": 6000, "learningRate": 0.005, "optimizer": { "minibatchTokens": 512 } },
            { "kind": "reinforce", "iterations": 3, "problems": 32, "attempts": 4, "learningRate": 0.003, "optimizer": { "minibatchTokens": 512 } }
          ],
          "evaluation": { "problems": 20, "sampling": ["sampled"], "every": 0 }
        }
        """;

    private readonly Runs _runs = new();

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => _runs.Dispose();

    [TestMethod]
    public async Task A_reward_that_is_the_same_for_everything_raises_the_first_alarm()
    {
        var (alarms, _) = await Run("rewards=[{\"kind\":\"test-constant-reward\"}]", "stages.imitate.episodes=500");
        Assert.AreEqual((Cause.NoVariance, 3), (alarms[0].Cause, alarms[0].Iteration));
    }

    [TestMethod]
    public async Task A_token_limit_that_is_too_short_is_told_on_every_surface()
    {
        var (alarms, run) = await Run("limits.tokens=4");
        var alarm = alarms.Single(alarm => alarm.Cause == Cause.AnswersCutOff);
        Assert.AreEqual(3, alarm.Iteration);

        var told = run.Events.OfType<RunEvent.Advised>().Last();
        CollectionAssert.AreEqual(alarms.ToArray(), told.Alarms.ToArray());
        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(run.Folder.ReportData, TestContext.CancellationToken));
        var entry = written.RootElement.GetProperty("alarms").EnumerateArray().Single(entry => entry.GetProperty("cause").GetString() == "answersCutOff");
        Assert.AreEqual(("reinforce", 3), (entry.GetProperty("stage").GetString(), entry.GetProperty("iteration").GetInt32()));
        Assert.AreEqual(alarm.Remedy, entry.GetProperty("remedy").GetString());
        Assert.Contains(alarm.Explanation, await File.ReadAllTextAsync(run.Folder.ReportPage, TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task Steps_that_are_far_too_long_run_away()
    {
        var (alarms, _) = await Run("stages.reinforce.iterations=6", "stages.reinforce.learningRate=0.1");
        Assert.Contains(Cause.DivergenceRunsAway, alarms.Select(alarm => alarm.Cause));
        Assert.DoesNotContain(Cause.RewardMisleads, alarms.Select(alarm => alarm.Cause));
    }

    [TestMethod]
    public async Task A_policy_that_is_paid_for_one_answer_has_no_entropy_left()
    {
        var (alarms, _) = await Run("rewards=[{\"kind\":\"test-parrot-reward\"}]", "stages.imitate.episodes=2000", "stages.reinforce.iterations=24", "stages.reinforce.learningRate=0.005", "stages.reinforce.temperature=0.5", "stages.reinforce.algorithm={\"kind\":\"dr-grpo\",\"regularizers\":[]}");
        Assert.Contains(Cause.EntropyCollapsed, alarms.Select(alarm => alarm.Cause));
    }

    [TestMethod]
    public async Task A_reward_for_wrong_answers_is_caught()
    {
        var (alarms, _) = await Run("rewards=[{\"kind\":\"test-contrary-reward\"}]", "stages.reinforce.iterations=12");
        Assert.Contains(Cause.RewardMisleads, alarms.Select(alarm => alarm.Cause));
    }

    private async Task<(IReadOnlyList<Alarm> Alarms, (RunFolder Folder, RunReport Report, List<RunEvent> Events) Run)> Run(params string[] overrides)
    {
        var run = await _runs.Work(_runs.Read(Sums, overrides), TestContext.CancellationToken);
        foreach (var done in run.Events.OfType<RunEvent.IterationDone>().Where(done => done.Stage == "reinforce"))
        {
            TestContext.WriteLine($"{done.Iteration} accuracy {done.Metrics[MetricNames.Accuracy]:0.00} reward {done.Metrics[MetricNames.RewardTotal]:0.00} entropy {done.Metrics[MetricNames.Entropy]:0.000} kl {done.Metrics.GetValueOrDefault(MetricNames.Kl, double.NaN):0.00} cut {done.Metrics["stop.out_of_tokens"]:0.00}");
        }

        return (run.Report.Alarms, run);
    }
}
