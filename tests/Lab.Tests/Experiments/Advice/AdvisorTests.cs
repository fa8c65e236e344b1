using Lab.Experiments;
using static Lab.Tests.Metrics;

namespace Lab.Tests;

[TestClass]
public sealed class AdvisorTests
{
    private static string CleanRuns => Path.Combine(Repository.Root, "tests", "Lab.Tests", "Experiments", "Advice", "clean");

    // A run in which everything goes wrong: nothing right, all cut off, far away, and steps skipped.
    private static readonly (string Name, double[] Values)[] s_ruin =
    [
        (MetricNames.Kl, Always(4, 20)),
        ("stop.out_of_tokens", Always(1, 20)),
        (MetricNames.Entropy, Always(0.001, 20)),
        (MetricNames.GroupsAlike, Always(1, 20)),
        (MetricNames.Accuracy, Always(0, 20)),
        (MetricNames.SkippedSteps, [.. Always(0, 12), .. Always(1, 8)]),
    ];

    [TestMethod]
    public void Alarms_are_listed_in_order_of_cause_not_of_time()
    {
        CollectionAssert.AreEqual(
            new[] { (Cause.NotFinite, 13), (Cause.NoVariance, 3), (Cause.EntropyCollapsed, 10), (Cause.AnswersCutOff, 3), (Cause.DivergenceRunsAway, 5) },
            Judge(s_ruin).Select(alarm => (alarm.Cause, alarm.Iteration)).ToArray());
    }

    [TestMethod]
    public void In_a_game_a_share_of_matches_won_is_no_share_of_right_answers()
    {
        // Ever more draws and fewer illegal moves: the reward rises, fewer matches are won, and then all stays as it is.
        (string, double[])[] columns =
        [
            (MetricNames.Episodes, Always(1024, 30)),
            (MetricNames.Accuracy, [.. Always(0.45, 10), .. Enumerable.Range(0, 20).Select(index => 0.30 - (index * 0.001))]),
            (MetricNames.RewardTotal, [.. Enumerable.Range(0, 10).Select(index => -0.1 + (index % 2 * 0.001)), .. Always(-0.02, 20)]),
        ];
        CollectionAssert.AreEquivalent(new[] { Cause.NoVariance, Cause.RewardMisleads }, Judge(columns).Select(alarm => alarm.Cause).Distinct().ToArray());

        var advisor = new Advisor(new HashSet<string> { Stage }, isGame: true);
        Assert.IsTrue(Of(columns).All(line => advisor.Add(line).Count == 0));

        var silent = new Advisor(new HashSet<string> { Stage }, isGame: true);
        var lost = Of((MetricNames.Accuracy, Always(0, 5)), (MetricNames.RewardTotal, Always(-2.5, 5)), ("stop.answered", Always(0, 5))).Select(line => silent.Add(line)).ToArray()[^1];
        Assert.AreEqual(Cause.NoVariance, lost.Single().Cause, "where nobody ever moves legally, nothing is learned");

        var perfect = new Advisor(new HashSet<string> { Stage }, isGame: true);
        var drawn = Of((MetricNames.Accuracy, Always(0, 30)), (MetricNames.RewardTotal, Always(0, 30)), ("stop.answered", Always(1, 30)), (MetricNames.Entropy, Always(0.001, 30)));
        Assert.IsTrue(drawn.All(line => perfect.Add(line).Count == 0), "where all is drawn without a doubt, all is well");
    }

    [TestMethod]
    public void Clean_runs_are_silent()
    {
        var runs = Directory.GetFiles(CleanRuns, "*.jsonl");
        Assert.HasCount(5, runs);
        foreach (var run in runs)
        {
            var (lines, fault) = JsonLines.Read(run, run, MetricsLine.Parse);
            Assert.IsNull(fault);
            Assert.IsGreaterThanOrEqualTo(40, lines.Count, run);
            Assert.IsEmpty(Judge(lines), run);
        }
    }

    [TestMethod]
    public void An_alarm_is_told_once_and_is_over_when_its_cause_has_been_gone_for_three_iterations()
    {
        // Gone for two iterations, back, gone for good after the sixth.
        var alarm = Judge((MetricNames.SkippedSteps, [1, 0, 0, 2, 1, 1, 0, 0, 0, 0])).Single();
        Assert.AreEqual((1, 6), (alarm.Iteration, alarm.Until));
        var twice = Judge((MetricNames.SkippedSteps, [1, 0, 0, 0, 0, 1]));
        CollectionAssert.AreEqual(new (int, int?)[] { (1, 1), (6, null) }, twice.Select(each => (each.Iteration, each.Until)).ToArray());
    }

    [TestMethod]
    public void What_is_not_measured_is_not_known()
    {
        Assert.IsEmpty(Judge(Enumerable.Range(1, 30).Select(iteration => new MetricsLine(Stage, iteration, new Dictionary<string, double>()))));
        Assert.IsEmpty(Judge((MetricNames.SkippedSteps, Always(double.NaN, 9)), (MetricNames.Accuracy, Always(0, 9)), (MetricNames.RewardTotal, [0, double.NaN, 0, double.NaN, 0, 0, double.NaN, 0, 0])));
    }

    [TestMethod]
    public void Stages_that_do_not_learn_by_reward_are_not_judged()
    {
        var advisor = Advisor.Of(SampleRun.Quickstart with { Stages = [new ImitateOptions { Name = "show" }, new ReinforceOptions(), new ReinforceOptions { Name = "more" }] });
        foreach (var line in Of(s_ruin))
        {
            Assert.IsEmpty(advisor.Add(line with { Stage = "show" }));
            advisor.Add(line);
            advisor.Add(line with { Stage = "more" });
        }

        CollectionAssert.AreEqual(new[] { "reinforce", "more" }, advisor.Alarms.Select(alarm => alarm.Stage).Distinct().ToArray());
        Assert.HasCount(10, advisor.Alarms);
    }
}
