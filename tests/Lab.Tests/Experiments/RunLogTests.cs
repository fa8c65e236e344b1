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
}
