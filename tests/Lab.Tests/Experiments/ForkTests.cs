using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>Forks and replays of one run, which keeps a checkpoint at imitate/4 and reinforce/2 to 4.</summary>
[TestClass]
public sealed class ForkTests
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
    [DataRow("reinforce/2", 2)]
    [DataRow("3", 1)]
    [DataRow("reinforce/0", 4)]
    [DataRow("imitate/1", 8)]
    public async Task A_fork_without_a_change_ends_with_the_same_bytes(string at, int iterations)
    {
        var fork = s_runs.Fork(s_parent, at);
        var (_, events) = await s_runs.Resume(fork, Stop);
        Assert.HasCount(iterations, events.OfType<RunEvent.IterationDone>(), "no more is computed than must be");
        RunComparison.AreSame(s_parent, fork);
    }

    [TestMethod]
    public async Task A_fork_differs_from_its_branching_point_on_and_says_so()
    {
        var fork = s_runs.Fork(s_parent, "reinforce/2", "stages.reinforce.learningRate=0.01");
        await s_runs.Resume(fork, Stop);
        var (before, after) = (RunComparison.Metrics(s_parent), RunComparison.Metrics(fork));
        CollectionAssert.AreEqual(before[..6], after[..6]);
        Assert.AreNotEqual(before[7], after[7]);
        var lineage = Lineage.Read(fork)!;
        Assert.AreEqual((s_parent.Path, Path.GetFileName(s_parent.Path), "reinforce/2", "stages.reinforce.learningRate=0.01"), (lineage.Parent, lineage.Name, lineage.At, lineage.Changes.Single()));
        var page = await File.ReadAllTextAsync(fork.ReportPage, Stop);
        StringAssert.Contains(page, "training problems, parent: from ");
        Assert.DoesNotContain("parent: from ", await File.ReadAllTextAsync(s_parent.ReportPage, Stop));
    }

    [TestMethod]
    public async Task A_fork_killed_while_it_recomputes_its_past_goes_on_with_it()
    {
        // The parent keeps nothing at reinforce/1: the fork begins at imitate/4 and computes one iteration as the parent did.
        string[] changes = ["stages.reinforce.temperature=0.5"];
        var undisturbed = s_runs.Fork(s_parent, "reinforce/1", changes);
        RunFolder? copy = null;
        await s_runs.Resume(undisturbed, Stop, happened => copy ??= happened is RunEvent.IterationDone ? s_runs.Copy(undisturbed) : null);
        await s_runs.Resume(copy!, Stop);
        RunComparison.AreSame(undisturbed, copy!);
        Assert.AreEqual(RunComparison.Metrics(s_parent)[4], RunComparison.Metrics(copy!)[4]);
        Assert.AreNotEqual(RunComparison.Metrics(s_parent)[5], RunComparison.Metrics(copy!)[5]);
    }

    [TestMethod]
    [DataRow("reinforce/2", "seed=2", "$.seed: a fork keeps its parent's seed")]
    [DataRow("reinforce/2", "policy.width=32", "$.policy: ")]
    [DataRow("reinforce/2", "environment.heldOut=0.3", "$.environment.heldOut: ")]
    [DataRow("reinforce/2", "tools=[]", "$.tools: ")]
    [DataRow("reinforce/2", "stages.imitate.learningRate=0.1", "$.stages[0]: imitate lies before the branching point reinforce/2")]
    [DataRow("reinforce/0", "stages.imitate.learningRate=0.1", "$.stages[0]: imitate lies before the branching point imitate/4")]
    [DataRow("reinforce/2", "stages.reinforce.name=other", "$.stages[1]: must stay a stage reinforce")]
    [DataRow("reinforce/2", "stages.reinforce.iterations=1", "$.stages[1]: reinforce would end after 1 iterations")]
    [DataRow("reinforce/9", "name=x", "stage reinforce has 4 iterations, not 9")]
    [DataRow("reinforc/1", "name=x", "unknown stage 'reinforc'; did you mean 'reinforce'?")]
    [DataRow("a/b/c", "name=x", "'a/b/c' is no place in a run")]
    public void What_would_change_the_past_is_refused(string at, string change, string complaint)
    {
        var error = Assert.ThrowsExactly<InvalidInputException>(() => s_runs.Fork(s_parent, at, change));
        StringAssert.Contains(error.Message, complaint);
        Assert.HasCount(1, error.Message.Split('\n'));
    }

    [TestMethod]
    public async Task A_fork_of_a_fork_is_refused_before_its_branching_point_and_told_which_run_to_fork()
    {
        // Not yet worked on: what it follows is known from the moment its folder exists.
        var second = s_runs.Fork(s_parent, "reinforce/2", "stages.reinforce.learningRate=0.01");
        var third = s_runs.Fork(second, "reinforce/3", "stages.reinforce.learningRate=0.02");
        var folders = Directory.GetDirectories(s_runs.Parent).Length;

        Assert.AreEqual($"{third.Path}: was itself forked from {Path.GetFileName(second.Path)} at reinforce/3, after reinforce/2: fork {second.Path} instead", Refusal(third, "reinforce/2"));
        Assert.AreEqual($"{third.Path}: was itself forked from {Path.GetFileName(second.Path)} at reinforce/3, after reinforce/1: fork {s_parent.Path} instead", Refusal(third, "reinforce/1"));
        Assert.AreEqual($"{third.Path}: was itself forked from {Path.GetFileName(second.Path)} at reinforce/3, after imitate/4: fork {s_parent.Path} instead", Refusal(third, "reinforce/0"));
        Assert.AreEqual($"{second.Path}: was itself forked from {Path.GetFileName(s_parent.Path)} at reinforce/2, after imitate/1: fork {s_parent.Path} instead", Refusal(second, "imitate/1"));
        Assert.HasCount(folders, Directory.GetDirectories(s_runs.Parent));

        // At the branching point, and without a change, it comes to what its parent comes to.
        await s_runs.Resume(third, Stop);
        var again = s_runs.Fork(third, "reinforce/3");
        await s_runs.Resume(again, Stop);
        RunComparison.AreSame(third, again);

        string Refusal(RunFolder run, string at) => Assert.ThrowsExactly<InvalidInputException>(() => s_runs.Fork(run, at, "stages.reinforce.temperature=0.5")).Message;
    }

    [TestMethod]
    [DataRow(1, 1, 1)]
    [DataRow(1, 2, 3)]
    [DataRow(1, 4, 8)]
    [DataRow(0, 2, 5)]
    public async Task A_replayed_episode_has_the_same_tokens_and_bits(int stage, int iteration, int episode)
    {
        var replayed = await Replay(s_parent, stage, iteration, episode);
        Assert.IsNotNull(replayed.Stored);
        Assert.IsNull(replayed.Difference);
        var (before, now) = (Bits(replayed.Stored), Bits(replayed.Episode));
        Assert.AreEqual(stage == 1, now.Length > 0);
        CollectionAssert.AreEqual(before, now);
    }

    [TestMethod]
    public async Task A_replay_tells_an_episode_with_one_other_bit()
    {
        var copy = s_runs.Copy(s_parent);
        var path = Path.Combine(copy.Episodes, "reinforce-000002.jsonl");
        var lines = await File.ReadAllLinesAsync(path, Stop);
        var first = Read(lines[0]).Transcript.Select(segment => segment.Said).OfType<Said>().First().LogProbabilities[0];
        var key = $"\"logProbabilities\":[{Write(first)}";
        Assert.Contains(key, lines[0]);
        lines[0] = lines[0].Replace(key, $"\"logProbabilities\":[{Write(MathF.BitIncrement(first))}", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(path, lines, Stop);
        var replayed = await Replay(copy, 1, 2, 1);
        Assert.AreEqual("segment 2: the log-probability of token 1 differs", replayed.Difference);
    }

    [TestMethod]
    public async Task A_replay_of_an_episode_that_was_not_kept_has_nothing_to_compare_with_and_leaves_the_run_alone()
    {
        var before = Directory.GetFileSystemEntries(s_parent.Path, "*", SearchOption.AllDirectories).Order().ToArray();
        var replayed = await Replay(s_parent, 1, 3, 64);
        Assert.IsNull(replayed.Stored);
        CollectionAssert.AreEqual(before, Directory.GetFileSystemEntries(s_parent.Path, "*", SearchOption.AllDirectories).Order().ToArray());
        var error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() => Replay(s_parent, 1, 3, 65));
        Assert.AreEqual($"{s_parent.Path}: reinforce/3 has 64 episodes, not 65", error.Message);
    }

    [TestMethod]
    public async Task Before_its_branching_point_a_fork_is_replayed_as_its_parent()
    {
        var fork = s_runs.Fork(s_parent, "reinforce/3", "stages.reinforce.temperature=0.5");
        await s_runs.Resume(fork, Stop);
        Assert.IsNull((await Replay(fork, 1, 3, 2)).Difference);
        Assert.IsNull((await Replay(fork, 1, 4, 2)).Difference);
    }

    private Task<ReplayedEpisode> Replay(RunFolder run, int stage, int iteration, int episode) =>
        s_runs.Replayer.Replay(run, s_runs.Experiment(run), new(stage, iteration), episode, Torch.Runtime, new Progress<RunEvent>(), Stop);

    private static Episode Read(string line) => System.Text.Json.JsonSerializer.Deserialize<Episode>(line, RecordJson.Line)!;

    private static string Write(float number) => System.Text.Json.JsonSerializer.Serialize(number, RecordJson.Line);

    private static (int, int)[] Bits(Episode episode) =>
        [.. episode.Transcript.Select(segment => segment.Said).OfType<Said>().SelectMany(said => said.Tokens.Zip(said.LogProbabilities, (token, number) => (token, BitConverter.SingleToInt32Bits(number))))];
}
