using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class HeldOutCurveTests
{
    [TestMethod]
    public void Accuracy_stands_where_the_tokens_sampled_by_then_are()
    {
        var points = HeldOutCurve.Of(
            [Line("imitate", 1, 0), Line("imitate", 2, 0), Line("reinforce", 1, 100), Line("reinforce", 2, 50, 0.5), Line("reinforce", 3, 70)],
            problems: 20,
            Report(("after imitate", 0.25), ("after reinforce", 0.75)),
            Sampling.Sampled);

        CollectionAssert.AreEqual(new[] { (0.0, 0.25), (150.0, 0.5), (220.0, 0.75) }, points.Select(point => (point.X, point.Y)).ToArray());
        // Wilson's interval of 10 of 20, from the formula by hand: (0.5 + z²/40 ± z √(0.0125 + z²/1600)) / (1 + z²/20).
        Assert.AreEqual(0.2993, points[1].Interval!.Value.Low, 1e-4);
        Assert.AreEqual(0.7007, points[1].Interval!.Value.High, 1e-4);
    }

    [TestMethod]
    public void A_run_that_has_not_ended_shows_how_far_it_came() =>
        CollectionAssert.AreEqual(
            new[] { (30.0, 0.1) },
            HeldOutCurve.Of([Line("reinforce", 1, 30, 0.1), Line("reinforce", 2, 30)], 20, null, Sampling.Sampled).Select(point => (point.X, point.Y)).ToArray());

    [TestMethod]
    public void Seeds_are_averaged_place_by_place_and_in_the_end_the_last()
    {
        var mean = HeldOutCurve.Mean(
        [
            [new(0, 0.1), new(100, 0.4), new(200, 0.8)],
            [new(0, 0.3), new(120, 0.2), new(190, 0.5), new(220, 1)],
        ]);

        Assert.HasCount(3, mean);
        Same((0, 0.2, 0.1, 0.3), mean[0]);
        Same((110, 0.3, 0.2, 0.4), mean[1]);
        Same((210, 0.9, 0.8, 1), mean[2]);
    }

    [TestMethod]
    public void One_seed_is_its_own_mean_and_keeps_its_intervals() =>
        Assert.AreEqual((0.2, 0.6), HeldOutCurve.Mean([[], [new(10, 0.4, (0.2, 0.6))]]).Single().Interval);

    private static void Same((double X, double Y, double Low, double High) expected, PlotPoint point)
    {
        Assert.AreEqual(expected.X, point.X, 1e-12);
        Assert.AreEqual(expected.Y, point.Y, 1e-12);
        Assert.AreEqual(expected.Low, point.Interval!.Value.Low, 1e-12);
        Assert.AreEqual(expected.High, point.Interval!.Value.High, 1e-12);
    }

    private static MetricsLine Line(string stage, int iteration, double sampled, double? accuracy = null)
    {
        var values = new Dictionary<string, double> { [MetricNames.SampledTokens] = sampled };
        if (accuracy is { } measured)
        {
            values[MetricNames.Evaluation(Sampling.Sampled)] = measured;
        }

        return new(stage, iteration, values);
    }

    private static RunReport Report(params (string When, double Accuracy)[] evaluations) => new()
    {
        Experiment = "a",
        Seed = 1,
        Status = RunStatus.Finished,
        Seconds = 1,
        Tokens = new(0, 0),
        Evaluation = [.. evaluations.Select(entry => new EvaluationResult(entry.When, 500, Sampling.Sampled, entry.Accuracy, 0, 1, 5, 0, 0))],
    };
}
