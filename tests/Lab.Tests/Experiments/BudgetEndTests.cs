using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>A stage that a budget of tokens ended is at its end there, for all that goes on from it.</summary>
[TestClass]
public sealed class BudgetEndTests
{
    private const long Budget = 1500;

    private static readonly Runs s_runs = new();
    private static RunFolder s_parent = null!;
    private static RunFolder s_beforeTheEvaluation = null!;
    private static int s_end;

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    [ClassInitialize]
    public static async Task Run(TestContext context)
    {
        RunFolder? folder = null;
        // Without checkpoints on the way: what is kept is kept for the end.
        (s_parent, _, var events) = await s_runs.Work(
            s_runs.Read(Text, "checkpoints.every=0"),
            context.CancellationToken,
            happened => s_beforeTheEvaluation = happened is RunEvent.IterationDone { Stage: "reinforce" } ? s_runs.Copy(folder!) : s_beforeTheEvaluation,
            planned => folder = planned);
        s_end = events.OfType<RunEvent.IterationDone>().Count(done => done.Stage == "reinforce");
        Assert.IsGreaterThan(2, s_end);
        Assert.IsLessThan(500, s_end);
    }

    [ClassCleanup]
    public static void Clean() => s_runs.Dispose();

    [TestMethod]
    public void It_leaves_a_checkpoint_and_an_evaluation_where_it_ended()
    {
        Assert.IsNull(Manifest.Fault(Path.Combine(s_parent.Checkpoints, $"reinforce-{s_end:D6}")));
        Assert.IsTrue(File.Exists(Path.Combine(s_parent.Episodes, "evaluation-reinforce-greedy.jsonl")));
        Assert.AreEqual($"reinforce/{s_end}", StateFiles.Read(Path.Combine(s_parent.Checkpoints, $"reinforce-{s_end:D6}")).Version);
    }

    [TestMethod]
    public async Task A_run_killed_in_its_last_evaluation_goes_on_with_it()
    {
        var copy = s_runs.Copy(s_parent);
        File.Delete(copy.ReportData);
        var (_, events) = await s_runs.Resume(copy, Stop);
        Assert.AreEqual($"going on after reinforce/{s_end}", events.OfType<RunEvent.Resumed>().Single().Notes.Single());
        Assert.IsEmpty(events.OfType<RunEvent.IterationDone>());
        RunComparison.AreSame(s_parent, copy);
    }

    [TestMethod]
    public async Task A_run_killed_before_its_last_checkpoint_ends_at_the_same_place()
    {
        var copy = s_runs.Copy(s_beforeTheEvaluation);
        await s_runs.Resume(copy, Stop);
        RunComparison.AreSame(s_parent, copy);
    }

    [TestMethod]
    public async Task A_fork_from_its_end_computes_nothing_more()
    {
        var fork = s_runs.Fork(s_parent, $"reinforce/{s_end}");
        var (_, events) = await s_runs.Resume(fork, Stop);
        Assert.IsEmpty(events.OfType<RunEvent.IterationDone>());
        RunComparison.AreSame(s_parent, fork);
    }

    [TestMethod]
    public async Task A_fork_from_its_end_with_more_tokens_goes_on()
    {
        var fork = s_runs.Fork(s_parent, $"{s_end}", $"stages.reinforce.tokens={2 * Budget}");
        var (_, events) = await s_runs.Resume(fork, Stop);
        Assert.AreEqual(s_end + 1, events.OfType<RunEvent.IterationDone>().First().Iteration);
        var spent = File.ReadLines(fork.Metrics).Select(MetricsLine.Parse).Where(line => line!.Stage == "reinforce").Sum(line => line!.Values[MetricNames.SampledTokens]);
        Assert.IsGreaterThanOrEqualTo(2 * Budget, spent);
    }

    [TestMethod]
    public async Task A_fork_on_the_way_ends_at_the_same_place()
    {
        var fork = s_runs.Fork(s_parent, $"reinforce/{s_end - 1}");
        await s_runs.Resume(fork, Stop);
        RunComparison.AreSame(s_parent, fork);
    }

    [TestMethod]
    public void A_fork_beyond_its_end_is_refused_before_a_folder_is_made()
    {
        var folders = Directory.GetDirectories(s_runs.Parent).Length;
        var error = Assert.ThrowsExactly<InvalidInputException>(() => s_runs.Fork(s_parent, $"reinforce/{s_end + 1}"));
        Assert.AreEqual($"--at: stage reinforce ended after {s_end} iterations, when its {Budget} tokens were spent; it has no iteration {s_end + 1}", error.Message);
        Assert.HasCount(folders, Directory.GetDirectories(s_runs.Parent));
    }

    [TestMethod]
    public void Of_a_run_that_has_not_ended_only_what_it_has_can_be_forked()
    {
        var copy = s_runs.Copy(s_parent);
        File.WriteAllLines(copy.Metrics, File.ReadAllLines(copy.Metrics)[..^2]);
        var error = Assert.ThrowsExactly<InvalidInputException>(() => s_runs.Fork(copy, $"reinforce/{s_end - 1}"));
        Assert.AreEqual($"--at: stage reinforce has come to iteration {s_end - 2}, and may spend its {Budget} tokens before {s_end - 1}; name one that it has", error.Message);
        s_runs.Fork(copy, "reinforce/0");
    }

    [TestMethod]
    public void A_fork_whose_own_budget_was_spent_before_it_branches_off_is_refused()
    {
        var first = File.ReadLines(s_parent.Metrics).Select(MetricsLine.Parse).First(line => line!.Stage == "reinforce")!.Values[MetricNames.SampledTokens];
        var error = Assert.ThrowsExactly<InvalidInputException>(() => s_runs.Fork(s_parent, "reinforce/2", $"stages.reinforce.tokens={first}"));
        StringAssert.Contains(error.Message, $"$.stages[1].tokens: reinforce would have spent {first} tokens before the branching point reinforce/2");
        // One more, and the second iteration would have been its last: it ends where it begins.
        s_runs.Fork(s_parent, "reinforce/2", $"stages.reinforce.tokens={first + 1}");
    }

    [TestMethod]
    public async Task Its_last_iteration_can_be_replayed()
    {
        var at = s_runs.Forks.Locate(new(s_parent, s_runs.Experiment(s_parent)), $"{s_end}", "<iteration>");
        var replayed = await s_runs.Replayer.Replay(s_parent, s_runs.Experiment(s_parent), at, 2, Torch.Runtime, new Progress<RunEvent>(), Stop);
        Assert.IsNotNull(replayed.Stored);
        Assert.IsNull(replayed.Difference);
    }

    private static string Text => Tiny.Text
        .Replace("\"iterations\": 4, \"problems\": 16", $"\"iterations\": 500, \"tokens\": {Budget}, \"problems\": 8", StringComparison.Ordinal)
        .Replace("\"every\": 3, \"everyProblems\": 10", "\"every\": 0", StringComparison.Ordinal);
}
