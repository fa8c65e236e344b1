using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class AccuracyChartTests
{
    private static readonly Experiment Experiment = SampleRun.Quickstart with
    {
        Stages = [new ImitateOptions(), new ReinforceOptions { Name = "warm" }, new ReinforceOptions { Name = "main" }],
        Evaluation = new() { EveryProblems = 100 },
    };

    [TestMethod]
    public void Evaluations_stand_where_their_stage_ends()
    {
        var held = HeldOut([Line("warm", 2), Line("main", 3)], After("imitate", 0.1), After("warm", 0.5), After("main", 0.9));

        CollectionAssert.AreEqual((PlotPoint[])[new(0, 0.1, (0, 1)), new(2, 0.5, (0, 1)), new(5, 0.9, (0, 1))], held);
    }

    [TestMethod]
    public void After_a_stage_more_problems_were_asked_than_during_it_and_count()
    {
        var held = HeldOut([Line("warm", 1, 0.25), Line("warm", 2, 0.5)], After("warm", 0.6));

        Assert.HasCount(2, held);
        Assert.AreEqual(0.25, held[0].Y);
        // Wilson, 25 of 100: (0.25 + z²/200 ± z √(0.25·0.75/100 + z²/40000)) / (1 + z²/100) with z = 1.96.
        Assert.AreEqual(0.1754, held[0].Interval!.Value.Low, 1e-4);
        Assert.AreEqual(0.3430, held[0].Interval!.Value.High, 1e-4);
        Assert.AreEqual(0.6, held[1].Y);
    }

    [TestMethod]
    public void An_evaluation_after_a_stage_whose_metrics_are_lost_is_not_drawn_in_a_wrong_place() =>
        CollectionAssert.AreEqual((PlotPoint[])[new(2, 0.5, (0, 1))], HeldOut([Line("warm", 2)], After("warm", 0.5), After("main", 0.9)));

    private static PlotPoint[] HeldOut(MetricsLine[] lines, params EvaluationResult[] results)
    {
        var report = new RunReport { Experiment = "x", Seed = 1, Status = RunStatus.Finished, Seconds = 1, Tokens = new(0, 0), Evaluation = results };
        return [.. AccuracyChart.Make(new(lines), Experiment, report)!.Series.Single(series => series.Name == "held-out problems, sampled").Points];
    }

    private static EvaluationResult After(string stage, double accuracy) => new($"after {stage}", 500, Sampling.Sampled, accuracy, 0, 1, 5, 1, 0);

    private static MetricsLine Line(string stage, int iteration, double? heldOut = null) => new(stage, iteration, heldOut is { } accuracy
        ? new Dictionary<string, double> { [MetricNames.Evaluation(Sampling.Sampled)] = accuracy }
        : new Dictionary<string, double>());
}
