using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>
/// Where forks and replays of forks begin: at the nearest place that the run itself or one of those it was forked from still has.
/// The parent keeps checkpoints at imitate/4 and reinforce/2 to 4; the fork, which branches off at reinforce/3, at reinforce/4.
/// </summary>
[TestClass]
public sealed class LineageTests
{
    private static readonly Runs s_runs = new();
    private static RunFolder s_parent = null!;

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    [ClassInitialize]
    public static async Task Run(TestContext context) =>
        (s_parent, _, _) = await s_runs.Work(s_runs.Read(Tiny.Text, "checkpoints.every=2", "checkpoints.keep=4"), context.CancellationToken);

    [ClassCleanup]
    public static void Clean() => s_runs.Dispose();

    [TestMethod]
    [DataRow(1, 3, 1)]
    [DataRow(1, 2, 2)]
    [DataRow(1, 1, 1)]
    [DataRow(0, 2, 2)]
    public async Task Inside_a_forks_past_a_replay_begins_where_its_parent_has_something(int stage, int iteration, int computed)
    {
        var (_, fork) = await Forked();
        Assert.AreEqual(computed, await Replay(fork, stage, iteration));
    }

    [TestMethod]
    public async Task Behind_the_branching_point_it_does_so_too()
    {
        var (_, fork) = await Forked();
        Remove(fork, "reinforce-*");
        Assert.AreEqual(1, await Replay(fork, 1, 4), "there they still were the same; the parent's reinforce/4 is another policy's");

        var (whole, again) = await Forked();
        Remove(again, "reinforce-*");
        Remove(whole, "reinforce-000002");
        Remove(whole, "reinforce-000003");
        Assert.AreEqual(4, await Replay(again, 1, 4));
    }

    [TestMethod]
    public async Task Without_its_parent_a_fork_has_the_ends_of_stages()
    {
        var (parent, fork) = await Forked();
        Directory.Delete(parent.Path, recursive: true);
        Assert.AreEqual(3, await Replay(fork, 1, 3), "from the weights that ended imitate");

        // Damaged, they are none; from the beginning it can always be done.
        var weights = new ModelFolder(Path.Combine(fork.Checkpoints, "imitate")).Weights;
        await File.WriteAllBytesAsync(weights, (await File.ReadAllBytesAsync(weights, Stop))[..^9], Stop);
        Assert.AreEqual(7, await Replay(fork, 1, 3));
    }

    [TestMethod]
    [DataRow("seed=2")]
    [DataRow("stages.reinforce.learningRate=0.02")]
    public async Task Another_run_at_its_parents_place_is_not_its_parent(string change)
    {
        var (parent, fork) = await Forked();
        var (other, _, _) = await s_runs.Work(s_runs.Read(Tiny.Text, "checkpoints.every=2", "checkpoints.keep=4", change), Stop);
        Directory.Delete(parent.Path, recursive: true);
        Directory.Move(other.Path, parent.Path);
        Assert.AreEqual(3, await Replay(fork, 1, 3));
    }

    [TestMethod]
    public async Task Weights_alone_are_enough_to_play_from()
    {
        var (parent, _, _) = await s_runs.Work(s_runs.Read(Tiny.Text, "checkpoints.every=0", "checkpoints.policies=2"), Stop);
        var fork = s_runs.Fork(parent, "reinforce/4");
        await s_runs.Resume(fork, Stop);
        Remove(parent, "*-0*");
        Remove(fork, "*-0*");
        Assert.AreEqual(1, await Replay(fork, 1, 3), "policies/reinforce-000002");
        Assert.AreEqual(4, await Replay(fork, 1, 4), "in the middle of a stage they are no place to learn from: the end of imitate");
        Assert.AreEqual(1, await Replay(fork, 0, 3), "policies/imitate-000002");
    }

    [TestMethod]
    public async Task A_parent_that_had_never_begun_is_no_obstacle()
    {
        var parent = s_runs.Planner.Create(s_runs.Experiment(s_parent), s_runs.Parent);
        var fork = s_runs.Fork(parent, "reinforce/2");
        await s_runs.Resume(fork, Stop);
        RunComparison.AreSame(s_parent, fork);
        Assert.IsFalse(File.Exists(Path.Combine(fork.Past, "metrics.jsonl")));
        Assert.AreEqual(1, await Replay(fork, 1, 1));
        Assert.AreEqual(2, await Replay(fork, 0, 2));
    }

    [TestMethod]
    public async Task What_cannot_be_replayed_is_said_in_one_line()
    {
        var (_, fork) = await Forked();
        File.Delete(Path.Combine(fork.Past, "experiment.json"));
        Assert.AreEqual($"{fork.Past}: is no run folder: it has no experiment.json", await Refusal());
        Directory.Delete(fork.Past, recursive: true);
        Assert.AreEqual($"{fork.Past}: there is no such run folder", await Refusal());
        await File.WriteAllTextAsync(fork.Lineage, "{", Stop);
        StringAssert.StartsWith(await Refusal(), $"{fork.Lineage}: ");

        async Task<string> Refusal()
        {
            var message = (await Assert.ThrowsExactlyAsync<InvalidInputException>(() => Replay(fork, 1, 2))).Message;
            Assert.HasCount(1, message.Split('\n'));
            return message;
        }
    }

    [TestMethod]
    public async Task A_fork_of_a_fork_begins_where_its_parents_parent_has_something()
    {
        var (_, fork) = await Forked();
        Remove(fork, "reinforce-*");
        var again = s_runs.Fork(fork, "reinforce/3");
        var (_, events) = await s_runs.Resume(again, Stop);
        Assert.HasCount(1, events.OfType<RunEvent.IterationDone>());
        RunComparison.AreSame(fork, again);
    }

    // A copy of the parent, and a fork of it that has been worked on.
    private async Task<(RunFolder Parent, RunFolder Fork)> Forked()
    {
        var parent = s_runs.Copy(s_parent);
        var fork = s_runs.Fork(parent, "reinforce/3", "stages.reinforce.temperature=0.5", "checkpoints.keep=1");
        await s_runs.Resume(fork, Stop);
        return (parent, fork);
    }

    // How many iterations it took; the episode is the run's, bit for bit.
    private async Task<int> Replay(RunFolder run, int stage, int iteration)
    {
        var heard = new Heard();
        var replayed = await s_runs.Replayer.Replay(run, s_runs.Experiment(run), new(stage, iteration), 3, Torch.Runtime, heard, Stop);
        Assert.IsNotNull(replayed.Stored);
        Assert.IsNull(replayed.Difference);
        return heard.Iterations;
    }

    private static void Remove(RunFolder run, string checkpoints)
    {
        foreach (var folder in Directory.GetDirectories(run.Checkpoints, checkpoints))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Heard : IProgress<RunEvent>
    {
        public int Iterations { get; private set; }

        public void Report(RunEvent value) => Iterations += value is RunEvent.IterationDone ? 1 : 0;
    }
}
