using Lab.Learning;

namespace Lab.Tests;

[TestClass]
public sealed class EstimatorTests
{
    [TestMethod]
    public void Generalised_advantages_skip_what_was_observed()
    {
        foreach (var golden in Golden.Learning("gae").GetProperty("cases").EnumerateArray())
        {
            var said = golden.Floats("said").Select(flag => flag != 0).ToArray();
            var row = new TrainingRow(new int[said.Length], said) { Values = golden.Floats("values") };
            golden.Floats("rewards").CopyTo(row.Rewards, 0);
            new GaeEstimator(new() { Gamma = golden.Number("gamma"), Lambda = golden.Number("lam"), Normalize = false }).Estimate(Objectives.Groups(row));
            Close.Assert(golden.Floats("advantages"), row.Advantages);
            Close.Assert(golden.Floats("returns"), row.Returns);
        }
    }

    [TestMethod]
    public void Groups_compared_with_their_mean_match_independent_numbers()
    {
        var golden = Golden.Learning("groups");
        AssertGroups(golden.Rows("scores"), golden.Rows("grpo_population_std_eps_1e_4"), new GroupRelative(new() { Divide = Divisor.Deviation }));
        AssertGroups(golden.Rows("scores"), golden.Rows("dr_grpo"), new GroupRelative(new() { Divide = Divisor.Nothing }));
        AssertGroups(golden.Rows("scores"), golden.Rows("rloo"), new LeaveOneOut(new()));
        AssertGroups(golden.Rows("scores"), golden.Rows("reinforce_pp"), new BatchNormalized(new()));
        var maxrl = Golden.Learning("maxrl");
        AssertGroups(maxrl.Rows("scores"), maxrl.Rows("advantages"), new GroupRelative(new() { Divide = Divisor.Mean }));
    }

    [TestMethod]
    public void A_baseline_of_each_seat_matches_independent_numbers()
    {
        var golden = Golden.Learning("role_baseline");
        var baseline = new MovingBaseline(new() { Decay = golden.Number("decay") });
        var rewards = golden.Floats("rewards");
        var other = Row(100);
        for (var index = 0; index < rewards.Length; index++)
        {
            var row = Row(rewards[index]);
            // The other seat's scores must not matter.
            baseline.Estimate([new(new("game", 1, 1), 0, [row]), new(new("game", 1, 1), 1, [other])]);
            Close.Assert(golden.Floats("advantages")[index], row.Advantages[1]);
            Close.Assert(golden.Floats("baseline_after")[index], baseline.Save()["game/0"]);
        }
    }

    [TestMethod]
    public void A_baseline_goes_on_from_what_was_saved()
    {
        MovingBaseline first = new(new()), second = new(new());
        first.Estimate(Objectives.Groups(Row(1), Row(0), Row(1)));
        second.Restore(first.Save());
        TrainingRow one = Row(1), other = Row(1);
        first.Estimate(Objectives.Groups(one));
        second.Estimate(Objectives.Groups(other));
        Assert.AreEqual(one.Advantages[1], other.Advantages[1]);
        Assert.AreNotEqual(1f, one.Advantages[1]);
    }

    [TestMethod]
    public void The_order_within_a_batch_does_not_matter()
    {
        var baseline = new MovingBaseline(new());
        TrainingRow[] rows = [Row(1), Row(0), Row(-1), Row(2)];
        baseline.Estimate([new(new("game", 1, 1), 0, [rows[0], rows[1]]), new(new("game", 2, 1), 0, [rows[2], rows[3]])]);
        // Nothing is remembered: the mean of the other three, 1/3, 2/3, 1 and 0; then the mean of all, 1/2.
        Close.Assert([2 / 3f, -2 / 3f, -2, 2], [.. rows.Select(row => row.Advantages[1])]);
        Close.Assert(0.5f, baseline.Save()["game/0"]);
        // Compared with 1/2 whatever came before; then 0.95 of 1/2 and 0.05 of the mean 2.
        foreach (var order in new[] { new[] { 0, 1 }, [1, 0] })
        {
            var next = new MovingBaseline(new());
            next.Restore(baseline.Save());
            TrainingRow[] both = [Row(1), Row(3)];
            next.Estimate(Objectives.Groups([.. order.Select(index => both[index])]).Select(group => group with { Problem = new("game", 1, 1) }).ToArray());
            Close.Assert([0.5f, 2.5f], [.. both.Select(row => row.Advantages[1])]);
            Close.Assert(0.575f, next.Save()["game/0"]);
        }
    }

    [TestMethod]
    public void A_mean_below_0_divides_nothing() =>
        CollectionAssert.AreEqual(new double[] { 0, 0 }, GroupRelative.Estimate([0, -0.05], Divisor.Mean));

    [TestMethod]
    public void An_only_attempt_has_nothing_to_be_compared_with()
    {
        foreach (IAdvantageEstimator estimator in new IAdvantageEstimator[] { new LeaveOneOut(new()), new GroupRelative(new()) })
        {
            var row = Row(1);
            estimator.Estimate(Objectives.Groups(row));
            Assert.AreEqual(0f, row.Advantages[1]);
        }
    }

    [TestMethod]
    public void Only_what_the_environment_calls_correct_is_imitated()
    {
        var right = new TrainingRow([1, 2], [false, true]) { IsCorrect = true };
        var paid = Row(5);
        new Verified(new()).Estimate(Objectives.Groups(right, paid));
        Close.Assert([0, 1], right.Advantages);
        Close.Assert([0, 0, 0, 0], paid.Advantages);
    }

    [TestMethod]
    public void Normalised_advantages_have_mean_0_and_deviation_1_over_said_tokens()
    {
        TrainingRow[] rows = [Advantages([true, false, true], [1, 100, 2]), Advantages([false, true], [100, 6])];
        Normalization.Apply(Objectives.Groups(rows));
        // Mean 3, deviation √(14/3), and 10⁻⁴ that keeps it from 0.
        var deviation = Math.Sqrt(14.0 / 3) + 1e-4;
        Close.Assert([(float)(-2 / deviation), 100, (float)(-1 / deviation)], rows[0].Advantages);
        Close.Assert([100, (float)(3 / deviation)], rows[1].Advantages);
    }

    [TestMethod]
    public void Advantages_that_are_all_alike_become_0()
    {
        TrainingRow[] rows = [Advantages([true, true], [0.3f, 0.3f])];
        Normalization.Apply(Objectives.Groups(rows));
        Close.Assert([0, 0], rows[0].Advantages);
    }

    [TestMethod]
    public void What_one_seat_wins_is_not_measured_by_what_the_other_loses()
    {
        // The first seat wins 1 or 2, the second loses as much: each is better or worse than its own mean, by the same deviation of 0.5.
        RowGroup[] groups = [Seated(0, 1), Seated(0, 2), Seated(1, -1), Seated(1, -2)];
        new BatchNormalized(new()).Estimate(groups);
        var one = (float)(0.5 / (0.5 + 1e-4));
        Close.Assert([-one, one, one, -one], [.. groups.Select(group => group.Rows[0].Advantages[3])]);

        RowGroup Seated(int seat, double score) => new(new("game", 1, 1), seat, [Row(score)]);
    }

    // Two said tokens with an observed one between: what was observed gets nothing.
    private static TrainingRow Row(double score) => Objectives.Row([1, 2, 3, 4], [false, true, false, true], score);

    private static TrainingRow Advantages(bool[] said, float[] advantages)
    {
        var row = new TrainingRow(new int[said.Length], said);
        advantages.CopyTo(row.Advantages, 0);
        return row;
    }

    private static void AssertGroups(float[][] scores, float[][] expected, IAdvantageEstimator estimator)
    {
        RowGroup[] groups = [.. scores.Select(group => Objectives.Group(group.Select(score => Row(score)))[0])];
        estimator.Estimate(groups);
        for (var group = 0; group < groups.Length; group++)
        {
            Close.Assert(expected[group], [.. groups[group].Rows.Select(row => row.Advantages[3])]);
            Assert.IsTrue(groups[group].Rows.All(row => row.Advantages[1] == row.Advantages[3] && row.Advantages[2] == 0));
        }
    }
}
