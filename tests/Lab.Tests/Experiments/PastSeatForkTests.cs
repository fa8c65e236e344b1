using Lab.Experiments;

namespace Lab.Tests;

/// <summary>A policy that plays against what it was: what goes on in the middle of a stage needs its earlier selves.</summary>
[TestClass]
public sealed class PastSeatForkTests
{
    private const string Text = """
        {
          "name": "selves",
          "environment": { "kind": "tic-tac-toe" },
          "policy": { "layers": 1, "width": 16, "heads": 2, "context": 64 },
          "limits": { "tokens": 24 },
          "seats": [{ "kind": "self" }, { "kind": "past", "every": 1, "keep": 3 }],
          "rewards": [{ "kind": "outcome" }],
          "stages": [{ "kind": "reinforce", "iterations": 4, "problems": 8, "attempts": 2, "learningRate": 0.003 }],
          "evaluation": { "problems": 4, "every": 0 },
          "checkpoints": { "every": 1, "keep": 4 }
        }
        """;

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_fork_and_a_replay_have_the_earlier_policies_that_sit_at_the_table()
    {
        using var runs = new Runs();
        var (run, _, _) = await runs.Work(runs.Read(Text), Stop);
        var fork = runs.Fork(run, "reinforce/3");
        CollectionAssert.IsSubsetOf(new[] { "reinforce-000001", "reinforce-000002" }, Directory.GetDirectories(fork.Policies).Select(path => Path.GetFileName(path)).ToArray());
        await runs.Resume(fork, Stop);
        RunComparison.AreSame(run, fork);

        var replayed = await runs.Replayer.Replay(run, runs.Experiment(run), new(0, 4), 1, Torch.Runtime, new Progress<RunEvent>(), Stop);
        Assert.IsNotNull(replayed.Stored);
        Assert.IsNull(replayed.Difference);
    }
}
