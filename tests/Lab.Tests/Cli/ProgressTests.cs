using Lab.Cli;
using Lab.Experiments;
using Spectre.Console.Testing;

namespace Lab.Tests;

[TestClass]
public sealed class ProgressTests
{
    [TestMethod]
    public void Plain_lines_tell_the_whole_story()
    {
        var time = new SteppedTime();
        using var output = new StringWriter { NewLine = "\n" };
        var progress = new PlainProgress(ScriptedRun.Experiment, output, time);
        foreach (var (seconds, happened) in ScriptedRun.Events())
        {
            time.Step(seconds);
            progress.Report(happened);
        }

        progress.Stopping();
        // Iterations of the first stage take less than the pause between lines: the first, one after the pause, the last.
        Assert.AreEqual(
            """
            quickstart: seed 1, cpu, 2 threads, invariant, 462,336 parameters
            imitate: 4 iterations
            imitate 1/4: loss 4.000, demonstrations 17.1 % correct, 48,213 tokens/s, 0:02 left
            imitate 4/4: loss 1.000, demonstrations 17.1 % correct, 48,213 tokens/s
            after imitate: sampled 11.2 % correct (8.7 % to 14.3 %) of 500, 6.3 tokens an episode
            after imitate: greedy 8.4 % correct (6.3 % to 11.2 %) of 500, 6.3 tokens an episode
            reinforce: 40 iterations
            reinforce 1/40: 30.0 % correct, reward 0.290, entropy 0.512, KL –, 52,000 tokens/s, 1:18 left
            reinforce 2/40: 60.0 % correct, reward 0.580, entropy 0.512, KL –, held out sampled 64.0 %, greedy 98.0 %, 52,000 tokens/s, 1:16 left
            reinforce 3/40: 90.0 % correct, reward 0.870, entropy 0.512, KL –, 52,000 tokens/s, 1:14 left
            stopping, and saving what was learned

            """,
            output.ToString());
    }

    [TestMethod]
    public void The_live_view_fits_into_80_columns()
    {
        using var console = new TestConsole().Width(80);
        console.Write(LiveView.Draw(View(), TimeSpan.FromSeconds(15), 80));
        Assert.AreEqual(
            """
            quickstart       seed 1, cpu, 2 threads, invariant, 462,336 parameters
            imitate          ━━━━━━━━━━━━━━━━━━━━━━━━━━━━  4/4       0:03
            reinforce        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━  3/40      0:08, 1:12 left

            correct          90.0 %  ▃▅█
            reward           0.870   entropy 0.512   KL –
            rate             52,000 tokens/s
            held out         sampled 64.0 %, greedy 98.0 %  (during the stage)
            after imitate    sampled 11.2 %, greedy 8.4 %
            """,
            string.Join('\n', console.Lines.Select(line => line.TrimEnd())).TrimEnd());
    }

    [TestMethod]
    public void Plain_lines_tell_an_alarm_once_and_when_it_is_over()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var progress = new PlainProgress(ScriptedRun.Experiment, output, new SteppedTime());
        progress.Report(new RunEvent.Advised("reinforce", 3, [ScriptedRun.Cut]));
        progress.Report(new RunEvent.Advised("reinforce", 10, [ScriptedRun.Collapse, ScriptedRun.Cut]));
        progress.Report(new RunEvent.Advised("reinforce", 12, [ScriptedRun.Collapse]));
        Assert.AreEqual(
            """
            ! reinforce 3: answers cut off. 25 % end at the [limit]. Raise limits.tokens.
            ! reinforce 10: entropy collapsed. It is 0.004. Raise the temperature.
            reinforce 12: no longer: answers cut off

            """,
            output.ToString());
    }

    [TestMethod]
    public void The_live_view_shows_what_is_wrong_now()
    {
        var view = View().After(new RunEvent.Advised("reinforce", 3, [ScriptedRun.Collapse, ScriptedRun.Cut]), TimeSpan.Zero);
        StringAssert.Contains(Drawn(view), "!                entropy collapsed\n                 Raise the temperature.\n!                answers cut off\n                 Raise limits.tokens.\n");
        view = view.After(new RunEvent.StageStarted("next", 5), TimeSpan.Zero);
        Assert.DoesNotContain("entropy collapsed", Drawn(view));
    }

    [TestMethod]
    public void A_stage_whose_iterations_are_done_is_being_evaluated()
    {
        var view = ScriptedRun.Events().TakeWhile(step => step.Event is not RunEvent.Evaluated)
            .Aggregate(new RunView(ScriptedRun.Experiment), (view, step) => view.After(step.Event, TimeSpan.Zero));
        Assert.IsTrue(view.IsEvaluating);
        Assert.IsFalse(View().IsEvaluating);
    }

    [TestMethod]
    [DataRow("game.nash_conv", 0.25, "NashConv 0.250")]
    [DataRow("game.optimal.sampled", 0.875, "sampled optimal 87.5 %")]
    public void A_game_is_told_by_what_is_known_best_about_it(string metric, double value, string expected)
    {
        var metrics = new OrderedDictionary<string, double>
        {
            [MetricNames.Accuracy] = 0.4,
            [MetricNames.SampledTokens] = 10,
            [MetricNames.Evaluation(Sampling.Sampled)] = 0.5,
            [metric] = value,
        };
        var stage = new StageView("reinforce", 1, TimeSpan.Zero, IsGame: true).After(new("reinforce", 1, 1, metrics), TimeSpan.FromSeconds(1));
        var line = RunLines.Iteration(stage, TimeSpan.FromSeconds(1)).Replace('\u00A0', ' ');
        Assert.Contains("40.0 % won", line);
        Assert.Contains($", {expected},", line);
        Assert.DoesNotContain("held out", line);
    }

    [TestMethod]
    public void Time_left_is_what_the_iterations_so_far_took()
    {
        var stage = new StageView("reinforce", 10, TimeSpan.FromSeconds(100));
        Assert.IsNull(stage.Left(TimeSpan.FromSeconds(105)));
        stage = stage with { Done = 4, Last = TimeSpan.FromSeconds(120) };
        Assert.AreEqual(TimeSpan.FromSeconds(30), stage.Left(TimeSpan.FromSeconds(120)), "6 iterations of 5 s");
        Assert.AreEqual(TimeSpan.FromSeconds(27), stage.Left(TimeSpan.FromSeconds(123)));
        Assert.AreEqual(TimeSpan.Zero, stage.Left(TimeSpan.FromSeconds(900)));
    }

    [TestMethod]
    [DataRow("▁▂▃▄▅▆▇█", 8)]
    [DataRow("▁▃▅▇", 4, DisplayName = "Neighbours are averaged where there is no room")]
    [DataRow("▁▂▃▄▅▆▇█", 100)]
    public void A_sparkline_has_the_shape_of_its_history(string expected, int width) =>
        Assert.AreEqual(expected, Sparkline.Draw([.. Enumerable.Range(0, 8).Select(step => step / 8.0)], 0, 1, width));

    [TestMethod]
    public void A_sparkline_survives_what_is_no_number() =>
        Assert.AreEqual("▁ ██▁", Sparkline.Draw([0, double.NaN, 1, 7, -7], 0, 1, 10));

    [TestMethod]
    [DataRow(0.4, "0:00")]
    [DataRow(61.0, "1:01")]
    [DataRow(3600.0, "1:00:00")]
    [DataRow(90061.0, "25:01:01")]
    public void Durations_are_read_at_a_glance(double seconds, string expected) =>
        Assert.AreEqual(expected, Format.Duration(TimeSpan.FromSeconds(seconds)));

    private static string Drawn(RunView view)
    {
        using var console = new TestConsole().Width(80);
        console.Write(LiveView.Draw(view, TimeSpan.FromSeconds(15), 80));
        return string.Join('\n', console.Lines.Select(line => line.TrimEnd()));
    }

    private static RunView View()
    {
        var now = TimeSpan.Zero;
        return ScriptedRun.Events().Aggregate(new RunView(ScriptedRun.Experiment), (view, step) => view.After(step.Event, now += TimeSpan.FromSeconds(step.Seconds)));
    }
}
