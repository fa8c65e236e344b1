using System.Text.Json.Nodes;
using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>Runs that were stopped end as if they had not been.</summary>
[TestClass]
public sealed class ResumeTests
{
    private static readonly Runs s_runs = new();
    private static readonly List<(string Moment, RunFolder Copy)> s_copies = [];
    private static RunFolder s_whole = null!;

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    /// <summary>One run that nothing disturbs, and copies of its folder as a kill would have left it at every event.</summary>
    [ClassInitialize]
    public static async Task Run(TestContext context)
    {
        RunFolder? folder = null;
        var experiment = s_runs.Read(Tiny.Text, "checkpoints.every=2", "checkpoints.keep=3", "checkpoints.policies=3");
        (s_whole, _, _) = await s_runs.Work(
            experiment,
            context.CancellationToken,
            happened => s_copies.Add((Describe(happened), s_runs.Copy(folder!))),
            planned => folder = planned);
    }

    [ClassCleanup]
    public static void Clean() => s_runs.Dispose();

    [TestMethod]
    [DataRow("imitate/1", "no checkpoint yet; going on from the beginning")]
    [DataRow("imitate/3", "going on after imitate/2")]
    [DataRow("after imitate, greedy", "going on after imitate/4")]
    [DataRow("reinforce/4", "going on after reinforce/3")]
    [DataRow("after reinforce, sampled", "going on after reinforce/4")]
    public async Task A_run_killed_at_any_moment_ends_with_the_same_bytes(string moment, string note)
    {
        var copy = s_runs.Copy(s_copies.Single(copy => copy.Moment == moment).Copy);
        var (_, events) = await s_runs.Resume(copy, Stop);
        Assert.AreEqual(note, string.Join('\n', events.OfType<RunEvent.Resumed>().SelectMany(resumed => resumed.Notes)));
        RunComparison.AreSame(s_whole, copy);
    }

    [TestMethod]
    public async Task A_torn_line_and_a_flipped_checkpoint_cost_only_time()
    {
        var copy = s_runs.Copy(s_copies.Single(copy => copy.Moment == "after reinforce, sampled").Copy);
        var lines = await File.ReadAllTextAsync(copy.Metrics, Stop);
        await File.WriteAllTextAsync(copy.Metrics, lines[..^20], Stop);
        Flip(Path.Combine(copy.Checkpoints, "reinforce-000003", "learner.safetensors"));
        var (_, events) = await s_runs.Resume(copy, Stop);
        Assert.AreEqual(
            "2 checkpoints could not be used: reinforce-000004 (metrics.jsonl lacks reinforce/4), reinforce-000003 (learner.safetensors has changed since it was written); going on after reinforce/2",
            events.OfType<RunEvent.Resumed>().Single().Notes.Single());
        RunComparison.AreSame(s_whole, copy);
    }

    [TestMethod]
    public async Task Without_any_good_checkpoint_it_begins_again()
    {
        var copy = s_runs.Copy(s_copies.Single(copy => copy.Moment == "after reinforce, sampled").Copy);
        foreach (var folder in Directory.GetDirectories(copy.Checkpoints, "reinforce-*"))
        {
            File.Delete(Path.Combine(folder, "manifest.json"));
        }

        var (_, events) = await s_runs.Resume(copy, Stop);
        StringAssert.EndsWith(events.OfType<RunEvent.Resumed>().Single().Notes.Single(), "going on from the beginning");
        RunComparison.AreSame(s_whole, copy);
    }

    [TestMethod]
    [DataRow("reinforce/1")]
    [DataRow("imitate/3")]
    public async Task A_run_that_was_asked_to_stop_after_an_iteration_keeps_it(string iteration)
    {
        using var stop = new CancellationTokenSource();
        await StopsAndGoesOn(stop, iteration, happened =>
        {
            if (happened is RunEvent.IterationDone done && $"{done.Stage}/{done.Iteration}" == iteration)
            {
                stop.Cancel();
            }
        });
    }

    [TestMethod]
    [DataRow("reinforce/2", "reinforce/1")]
    [DataRow("reinforce/1", "imitate/4")]
    [DataRow("imitate/2", "imitate/1")]
    public async Task A_run_that_was_asked_to_stop_while_collecting_keeps_its_last_iteration(string iteration, string kept)
    {
        using var stop = new CancellationTokenSource();
        using var moments = new Moments(iteration, begun: stop.Cancel);
        await StopsAndGoesOn(stop, kept);
    }

    // At reinforce/3 it is measured too before it is kept.
    [TestMethod]
    [DataRow("reinforce/1")]
    [DataRow("reinforce/3")]
    [DataRow("imitate/3")]
    public async Task A_run_that_was_asked_to_stop_while_learning_finishes_the_iteration_and_keeps_it(string iteration)
    {
        using var stop = new CancellationTokenSource();
        using var moments = new Moments(iteration, ended: stop.Cancel);
        await StopsAndGoesOn(stop, iteration);
    }

    [TestMethod]
    public async Task A_run_that_was_asked_to_stop_before_its_first_iteration_ended_begins_again()
    {
        using var stop = new CancellationTokenSource();
        using var moments = new Moments("imitate/1", begun: stop.Cancel);
        var copy = s_runs.Copy(s_copies.Single(copy => copy.Moment == "prepared").Copy);
        Assert.AreEqual(RunStatus.Interrupted, (await s_runs.Resume(copy, stop.Token)).Report.Status);
        var (_, events) = await s_runs.Resume(copy, Stop);
        Assert.IsEmpty(events.OfType<RunEvent.Resumed>(), "nothing was done yet");
        RunComparison.AreSame(s_whole, copy);
    }

    [TestMethod]
    public async Task A_run_that_cannot_write_fails_in_one_line_and_goes_on_later()
    {
        var copy = s_runs.Copy(s_copies.Single(copy => copy.Moment == "reinforce/1").Copy);
        var obstacle = Path.Combine(copy.Checkpoints, "reinforce-000003.partial");
        var error = await Assert.ThrowsExactlyAsync<RunFailedException>(() => s_runs.Resume(copy, Stop, happened =>
        {
            if (happened is RunEvent.IterationDone { Stage: "reinforce", Iteration: 2 })
            {
                File.WriteAllText(obstacle, "as a full disk would be");
            }
        }));
        StringAssert.StartsWith(error.Message, $"{copy.Path}: what is kept at reinforce/3 cannot be written: ");
        Assert.HasCount(1, error.Message.Split('\n'));
        File.Delete(obstacle);
        await s_runs.Resume(copy, Stop);
        RunComparison.AreSame(s_whole, copy);
    }

    [TestMethod]
    public async Task A_finished_run_is_refused()
    {
        var error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() => s_runs.Resume(s_whole, Stop));
        StringAssert.StartsWith(error.Message, $"{s_whole.Path}: has finished: ");
    }

    [TestMethod]
    public void Weights_are_kept_alone_where_they_were_asked_for() => CollectionAssert.AreEquivalent(
        new[] { "imitate-000003", "reinforce-000003" },
        Directory.GetDirectories(s_whole.Policies).Select(path => Path.GetFileName(path)).ToArray());

    [TestMethod]
    public async Task The_same_weights_as_at_the_end_stand_in_the_last_checkpoint()
    {
        var last = new ModelFolder(Path.Combine(s_whole.Checkpoints, "reinforce-000004")).Weights;
        CollectionAssert.AreEqual(await File.ReadAllBytesAsync(new ModelFolder(s_whole.Final).Weights, Stop), await File.ReadAllBytesAsync(last, Stop));
        Assert.AreEqual("finished", (string?)JsonNode.Parse(await File.ReadAllTextAsync(s_whole.ReportData, Stop))!["status"]);
    }

    private async Task StopsAndGoesOn(CancellationTokenSource stop, string kept, Action<RunEvent>? happened = null)
    {
        var copy = s_runs.Copy(s_copies.Single(copy => copy.Moment == "prepared").Copy);
        var (report, _) = await s_runs.Resume(copy, stop.Token, happened);
        Assert.AreEqual(RunStatus.Interrupted, report.Status);
        var (_, events) = await s_runs.Resume(copy, Stop);
        Assert.AreEqual($"going on after {kept}", events.OfType<RunEvent.Resumed>().Single().Notes.Single());
        RunComparison.AreSame(s_whole, copy);
    }

    private static void Flip(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[^5] ^= 4;
        File.WriteAllBytes(path, bytes);
    }

    private static string Describe(RunEvent happened) => happened switch
    {
        RunEvent.Prepared => "prepared",
        RunEvent.IterationDone done => $"{done.Stage}/{done.Iteration}",
        RunEvent.Evaluated evaluated => $"{evaluated.Result.When}, {evaluated.Result.Sampling.ToString().ToLowerInvariant()}",
        _ => happened.GetType().Name,
    };
}
