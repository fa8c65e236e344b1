using Lab.Experiments;
using static Lab.Tests.Metrics;

namespace Lab.Tests;

/// <summary>Each alarm, provoked by numbers written by hand; and the numbers beside it that are no alarm.</summary>
[TestClass]
public sealed class AdviceTests
{
    private const string Cut = "stop.out_of_tokens";
    private static readonly (string, double[]) s_many = (MetricNames.Episodes, Always(512, 30));

    [TestMethod]
    public void Groups_that_score_alike_and_wrong_are_told_after_three_iterations()
    {
        Assert.IsEmpty(Judge((MetricNames.GroupsAlike, Always(1, 2)), (MetricNames.Accuracy, Always(0, 2))));
        var alarm = Judge((MetricNames.GroupsAlike, Always(1, 5)), (MetricNames.Accuracy, Always(0, 5))).Single();
        Assert.AreEqual((Cause.NoVariance, 3, "every group scored alike: all wrong"), (alarm.Cause, alarm.Iteration, alarm.Title));
        Assert.Contains("easier problems", alarm.Remedy);
        StringAssert.StartsWith(alarm.Explanation, "In iterations 1 to 3, no answer was right");
        var cut = Judge((MetricNames.GroupsAlike, Always(1, 5)), (MetricNames.Accuracy, Always(0, 5)), (Cut, Always(0.8, 5)))[0];
        StringAssert.StartsWith(cut.Remedy, "Raise limits.tokens");
    }

    [TestMethod]
    public void All_right_from_the_beginning_is_told_and_all_right_in_the_end_is_success()
    {
        var alarm = Judge((MetricNames.GroupsAlike, Always(1, 4)), (MetricNames.Accuracy, Always(1, 4))).Single();
        Assert.AreEqual("every group scored alike: all right", alarm.Title);
        Assert.Contains("harder problems", alarm.Remedy);

        Assert.IsEmpty(Judge((MetricNames.GroupsAlike, [0.2, 0.5, 0.9, 1, 1, 1, 1]), (MetricNames.Accuracy, [0.3, 0.6, 0.97, 1, 1, 1, 1])));
    }

    [TestMethod]
    public void A_reward_that_cannot_tell_right_from_wrong_is_told()
    {
        var alarm = Judge((MetricNames.GroupsAlike, Always(1, 4)), (MetricNames.Accuracy, [0.4, 0.5, 0.3, 0.4])).Single();
        Assert.AreEqual("every group scored alike, right or wrong", alarm.Title);
        Assert.Contains("40 % of the answers were right", alarm.Explanation);
    }

    [TestMethod]
    [DataRow(new[] { 0.0, 0, 0 }, new[] { 0.0, 0, 0 }, 1, DisplayName = "All wrong, and the same mean reward each time")]
    [DataRow(new[] { 0.5, 0.5, 0.5 }, new[] { 0.4, 0.3, 0.5 }, 1, DisplayName = "The same mean reward whatever is right")]
    [DataRow(new[] { 0.0, -0.01, 0 }, new[] { 0.0, 0, 0 }, 0, DisplayName = "All wrong, and something tells them apart")]
    [DataRow(new[] { 0.5, 0.5, 0.5 }, new[] { 0.5, 0.5, 0.5 }, 0, DisplayName = "The same number right each time, as few episodes have it")]
    public void Where_groups_are_not_measured_a_reward_that_never_moves_is_as_good(double[] rewards, double[] accuracies, int alarms) =>
        Assert.HasCount(alarms, Judge((MetricNames.RewardTotal, rewards), (MetricNames.Accuracy, accuracies)));

    [TestMethod]
    public void A_single_group_with_something_to_compare_is_enough() =>
        Assert.IsEmpty(Judge((MetricNames.GroupsAlike, Always(63 / 64.0, 9)), (MetricNames.Accuracy, Always(0.001, 9)), (MetricNames.RewardTotal, Always(0, 9))));

    [TestMethod]
    public void Entropy_that_is_gone_before_the_answers_are_right_is_told()
    {
        var alarm = Judge((MetricNames.Entropy, [1.2, 0.5, .. Always(0.004, 10)]), (MetricNames.Accuracy, [0.1, 0.3, .. Always(0.4, 10)])).Single();
        Assert.AreEqual((Cause.EntropyCollapsed, 11), (alarm.Cause, alarm.Iteration), "five iterations without progress against the five before");
        Assert.Contains("0.004 nats per token, from 1.2 at the start, while 40 % of the answers are right", alarm.Explanation);
        Assert.Contains("entropy bonus", alarm.Remedy);
    }

    [TestMethod]
    [DataRow(0.95, 0.95, 0.004, DisplayName = "A problem that is solved")]
    [DataRow(0.2, 0.7, 0.004, DisplayName = "Answers that still get better")]
    [DataRow(0.4, 0.4, 0.05, DisplayName = "Attempts that still differ")]
    public void Low_entropy_alone_is_no_alarm(double from, double to, double entropy) =>
        Assert.IsEmpty(Judge((MetricNames.Entropy, Always(entropy, 20)), (MetricNames.Accuracy, Line(from, to, 20))));

    [TestMethod]
    public void Answers_cut_off_are_told_with_their_length()
    {
        var alarm = Judge((Cut, [0.2, 0.35, 0.2]), (MetricNames.TokensPerEpisode, Always(57.3, 3))).Single();
        Assert.AreEqual((Cause.AnswersCutOff, 3), (alarm.Cause, alarm.Iteration));
        Assert.Contains("25 % of the episodes ended at the limit", alarm.Explanation);
        Assert.Contains("57.3 tokens", alarm.Explanation);
        Assert.Contains("limits.tokens", alarm.Remedy);
    }

    [TestMethod]
    public void Few_cut_answers_and_ever_fewer_are_no_alarm()
    {
        Assert.IsEmpty(Judge((Cut, Always(0.05, 20))));
        Assert.IsEmpty(Judge((Cut, [0.9, 0.8, 0.7, 0.5, 0.3, 0.1, 0])));
        Assert.IsEmpty(Judge((Cut, [0.9, 0.9, 0, 0.9, 0.9])), "now and then");
    }

    [TestMethod]
    public void A_policy_that_runs_away_and_gains_nothing_is_told()
    {
        var alarm = Judge((MetricNames.Kl, [0.1, 0.9, 2, 3, 4, 5]), (MetricNames.Accuracy, [0.5, 0.3, 0.2, 0.1, 0, 0])).Single();
        Assert.AreEqual((Cause.DivergenceRunsAway, 5), (alarm.Cause, alarm.Iteration));
        Assert.Contains("2 nats per token from where the stage began, and 22 % of its answers are right, after 50 % at the start.", alarm.Explanation);
        Assert.Contains("learningRate", alarm.Remedy);
    }

    [TestMethod]
    public void Updates_that_move_too_far_are_told_where_there_is_no_reference()
    {
        var alarm = Judge((MetricNames.UpdateKl, Always(0.4, 5)), (MetricNames.Accuracy, Always(0.3, 5))).Single();
        Assert.AreEqual(Cause.DivergenceRunsAway, alarm.Cause);
        StringAssert.StartsWith(alarm.Explanation, "Each iteration moves the policy by 0.4 nats per token");
    }

    [TestMethod]
    public void Far_is_no_alarm_where_it_helps_and_outliers_never_are()
    {
        Assert.IsEmpty(Judge((MetricNames.Kl, Line(0, 3, 20)), (MetricNames.Accuracy, Line(0, 1, 20))));
        Assert.IsEmpty(Judge((MetricNames.Kl, [0.1, 0.1, 9, 0.1, 9, 0.1, 0.1]), (MetricNames.Accuracy, Always(0.3, 7))));
        Assert.IsEmpty(Judge((MetricNames.UpdateKl, Always(0.05, 9)), (MetricNames.Accuracy, Always(0.3, 9))));
    }

    [TestMethod]
    public void What_was_gained_on_the_way_and_lost_again_does_not_excuse_the_distance() =>
        Assert.AreEqual(Cause.DivergenceRunsAway, Judge((MetricNames.Kl, Always(2, 20)), (MetricNames.Accuracy, [.. Line(0.1, 0.9, 10), .. Always(0.3, 10)])).Single().Cause);

    [TestMethod]
    public void Sampler_and_trainer_apart_are_told()
    {
        var mean = Judge((MetricNames.SamplerDifference, Always(0.002, 3))).Single();
        Assert.AreEqual(Cause.SamplerApart, mean.Cause);
        Assert.Contains("0.002 nats on average", mean.Explanation);
        var extreme = Judge((MetricNames.SamplerDifference, Always(1e-6, 3)), (MetricNames.SamplerDifferenceMost, Always(0.3, 3))).Single();
        Assert.Contains("up to 0.3 nats", extreme.Explanation);
        Assert.IsEmpty(Judge((MetricNames.SamplerDifference, Always(2.3e-7, 9)), (MetricNames.SamplerDifferenceMost, Always(1e-5, 9))));
    }

    [TestMethod]
    public void A_reward_that_rises_while_fewer_answers_are_right_is_told()
    {
        var alarm = Judge(s_many, (MetricNames.RewardTotal, Line(0.3, 0.9, 13)), (MetricNames.Accuracy, [.. Always(0.5, 5), .. Line(0.5, 0.1, 8)])).Single();
        Assert.AreEqual(Cause.RewardMisleads, alarm.Cause);
        Assert.Contains("components", alarm.Remedy);
    }

    [TestMethod]
    public void What_pays_can_be_found_within_the_first_update()
    {
        (string, double[]) reward = (MetricNames.RewardTotal, [0.61, 0.92, 0.95, 0.98, 0.98, 0.97]);
        (string, double[]) accuracy = (MetricNames.Accuracy, [0.39, 0.08, 0.05, 0.02, 0.02, 0.03]);
        var alarm = Judge(s_many, reward, accuracy).Single();
        Assert.AreEqual("Since iteration 1 the reward rose from 0.61 to 0.96, and right answers fell from 39 % to 4 %.", alarm.Explanation);
        Assert.IsEmpty(Judge((MetricNames.Episodes, Always(4, 6)), reward, accuracy), "of four episodes, one or two are right by chance");
    }

    [TestMethod]
    public void Rewards_and_right_answers_that_move_together_are_no_alarm()
    {
        Assert.IsEmpty(Judge(s_many, (MetricNames.RewardTotal, Line(0.3, 0.9, 20)), (MetricNames.Accuracy, Line(0.3, 0.9, 20))));
        Assert.IsEmpty(Judge(s_many, (MetricNames.RewardTotal, Line(0.9, 0.3, 20)), (MetricNames.Accuracy, Line(0.9, 0.3, 20))));
        Assert.IsEmpty(Judge(s_many, (MetricNames.RewardTotal, [.. Line(0.3, 0.6, 10), .. Line(0.6, 0.9, 10)]), (MetricNames.Accuracy, [.. Line(0.3, 0.9, 10), .. Line(0.9, 0.87, 10)])), "within the noise");
    }

    [TestMethod]
    public void A_skipped_step_is_told_at_once()
    {
        var alarm = Judge((MetricNames.SkippedSteps, [0, 0, 2])).Single();
        Assert.AreEqual((Cause.NotFinite, 3), (alarm.Cause, alarm.Iteration));
        Assert.IsEmpty(Judge((MetricNames.SkippedSteps, Always(0, 9))));
    }
}
