using System.Text.Json;
using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class RunLogTests
{
    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    [TestMethod]
    public void Episodes_wait_for_the_disk_until_the_next_flush_only()
    {
        using var runs = new Runs();
        var folder = runs.Planner.Create(RunPlanner.Resolve(runs.Read(SmallExperiment.Text), new(), commit: null), runs.Parent);
        using var log = new RunLog(folder, SampleRun.Instruments, new Progress<RunEvent>());
        log.WriteEpisodes("a", []);
        log.WriteEpisodes("b", []);
        log.WriteEpisodes("a", []);
        CollectionAssert.AreEquivalent(new[] { "a.jsonl", "b.jsonl" }, log.Unflushed.Select(file => Path.GetFileName(file)).ToArray());

        File.Delete(Path.Combine(folder.Episodes, "b.jsonl"));
        log.Flush();
        Assert.IsEmpty(log.Unflushed);
    }

    [TestMethod]
    public async Task A_checkpoint_waits_for_the_episodes_before_it()
    {
        using var runs = new Runs();
        RunFolder? folder = null;
        string Episodes() => Path.Combine(folder!.Episodes, "reinforce-000001.jsonl");

        // What cannot be flushed: a folder stands in the file's place. No checkpoint is due before reinforce/2.
        var error = await Assert.ThrowsExactlyAsync<RunFailedException>(() => runs.Work(
            runs.Read(Tiny.Text, "checkpoints.every=2", "evaluation.every=0"),
            Stop,
            happened =>
            {
                if (happened is RunEvent.IterationDone { Stage: "reinforce", Iteration: 1 })
                {
                    File.Delete(Episodes());
                    Directory.CreateDirectory(Episodes());
                }
            },
            planned => folder = planned));

        StringAssert.Contains(error.Message, Episodes());
        Assert.HasCount(1, error.Message.Split('\n'));
        Assert.IsTrue(Directory.Exists(Path.Combine(folder!.Checkpoints, "imitate-000004")));
        Assert.IsFalse(Directory.Exists(Path.Combine(folder.Checkpoints, "reinforce-000002")));
    }

    [TestMethod]
    public async Task What_the_sandboxs_clock_ended_stands_in_the_iteration_the_checkpoints_and_the_report()
    {
        var sandbox = new BrokenSandbox { Tripped = 5 };
        using var runs = new Runs(sandbox);
        var (folder, report, _) = await runs.Work(
            runs.Read(Tiny.Text, "evaluation.every=0"),
            Stop,
            happened => sandbox.Tripped += happened is RunEvent.StageStarted { Stage: "reinforce" } ? 2 : 0);

        Assert.AreEqual(2, report.Tripped, "five were another run's");
        var line = JsonDocument.Parse(File.ReadLines(folder.Metrics).Single(line => line.Contains("sandbox.tripped", StringComparison.Ordinal))).RootElement;
        Assert.AreEqual(("reinforce", 1, 2), (line.GetProperty("stage").GetString(), line.GetProperty("iteration").GetInt32(), line.GetProperty("sandbox.tripped").GetInt32()));
        StringAssert.Contains(File.ReadAllText(folder.ReportPage), "; but the sandbox\u2019s clock ended 2 programs, and this run need not repeat byte for byte");
        var states = Directory.GetFiles(folder.Checkpoints, "state.json", SearchOption.AllDirectories).Order().Select(File.ReadAllText).ToArray();
        StringAssert.Contains(states[^1], "\"tripped\": 2");
    }

    [TestMethod]
    public void A_run_that_goes_on_still_knows_what_the_clock_ended()
    {
        var sandbox = new BrokenSandbox { Tripped = 5 };
        using var runs = new Runs();
        var folder = runs.Planner.Create(RunPlanner.Resolve(runs.Read(SmallExperiment.Text), new(), commit: null), runs.Parent);
        using var log = new RunLog(folder, SampleRun.Instruments, new Progress<RunEvent>(), sandbox) { Counts = new(0, 0, default, 3) };
        sandbox.Tripped++;

        log.Iteration("a", 1, 2, [], new(), []);
        log.Iteration("a", 2, 2, [], new(), []);

        Assert.AreEqual(4, log.Counts.Tripped);
        CollectionAssert.AreEqual(
            new[] { """{"stage":"a","iteration":1,"sandbox.tripped":1}""", """{"stage":"a","iteration":2}""" },
            File.ReadAllLines(folder.Metrics));
    }
}
