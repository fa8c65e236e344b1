using System.Text.Json;
using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class RunWorkerTests
{
    // Sums of one digit, by people who always ask and are right as often as not: small enough to be learned in seconds.
    private const string Sums = """
        {
          "name": "sums",
          "environment": { "kind": "arithmetic", "operations": ["+"], "digits": [1, 1], "heldOut": 0.1,
                           "demonstrations": { "toolShare": 1, "mistyped": 0.4, "misread": 0.4 } },
          "tools": [{ "kind": "calculator" }],
          "policy": { "layers": 1, "width": 32, "heads": 2, "context": 32, "rotaryBase": 100 },
          "rewards": [{ "kind": "correct" }],
          "stages": [
            { "kind": "imitate", "episodes": 6000, "learningRate": 0.005, "optimizer": { "minibatchTokens": 512 } },
            { "kind": "reinforce", "algorithm": { "kind": "ppo", "regularizers": [{ "kind": "entropy" }] }, "iterations": 12, "problems": 64, "attempts": 4, "learningRate": 0.003, "optimizer": { "minibatchTokens": 512 } }
          ],
          "evaluation": { "problems": 20, "every": 0 }
        }
        """;

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    [TestMethod]
    public async Task Accuracy_rises_with_reinforcement_on_a_small_problem()
    {
        using var runs = new Runs();
        var (_, report, events) = await runs.Work(runs.Read(Sums), Stop);
        var accuracy = events.OfType<RunEvent.IterationDone>().Where(done => done.Stage == "reinforce").Select(done => done.Metrics[MetricNames.Accuracy]).ToArray();
        TestContext.WriteLine(string.Join(' ', accuracy.Select(value => value.ToString("P0"))));
        Assert.IsLessThan(0.5, accuracy[0]);
        Assert.IsGreaterThan(accuracy[0] + 0.25, accuracy[^1]);

        // Right are those that neither mistype nor misread, 0.6 · 0.6, and a few who do both.
        Assert.AreEqual(6000, report.Demonstrations!.Episodes);
        Assert.AreEqual(0.37, report.Demonstrations.Accuracy, 0.04);
    }

    [TestMethod]
    public async Task Two_runs_with_one_seed_end_with_the_same_bytes_and_another_seed_does_not()
    {
        using var runs = new Runs();
        string[] shorter = ["stages.imitate.episodes=300", "stages.imitate.episodesPerIteration=100", "stages.reinforce.iterations=2"];
        var first = await Weights();
        CollectionAssert.AreEqual(first, await Weights());
        CollectionAssert.AreNotEqual(first, await Weights("seed=2"));

        async Task<byte[]> Weights(params string[] more)
        {
            var (folder, _, _) = await runs.Work(runs.Read(Sums, [.. shorter, .. more]), Stop);
            return await File.ReadAllBytesAsync(new ModelFolder(folder.Final).Weights, Stop);
        }
    }

    [TestMethod]
    public async Task A_run_leaves_what_it_promises()
    {
        using var runs = new Runs();
        var (folder, report, events) = await runs.Work(runs.Read(Sums, "stages.imitate.episodes=200", "stages.imitate.episodesPerIteration=100", "stages.reinforce.iterations=3", "evaluation.every=2"), Stop);

        var lines = (await File.ReadAllLinesAsync(folder.Metrics, Stop)).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        CollectionAssert.AreEqual(
            new[] { ("imitate", 1), ("imitate", 2), ("reinforce", 1), ("reinforce", 2), ("reinforce", 3) },
            lines.Select(line => (line.GetProperty("stage").GetString(), line.GetProperty("iteration").GetInt32())).ToArray());
        Assert.IsTrue(lines[3].TryGetProperty("evaluation.greedy.accuracy", out _));
        Assert.IsFalse(lines[4].TryGetProperty("evaluation.greedy.accuracy", out _));
        foreach (var name in new[] { MetricNames.RewardTotal, "reward.correct", MetricNames.Accuracy, MetricNames.Entropy, MetricNames.TokensPerSecond, "stop.answered" })
        {
            Assert.IsTrue(lines[2].TryGetProperty(name, out _), name);
        }

        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(folder.ReportData, Stop));
        Assert.AreEqual("sums", written.RootElement.GetProperty("experiment").GetString());
        Assert.AreEqual(report.Tokens.Sampled, written.RootElement.GetProperty("tokens").GetProperty("sampled").GetInt64());
        CollectionAssert.AreEqual(
            new[] { "after imitate/sampled", "after imitate/greedy", "after reinforce/sampled", "after reinforce/greedy" },
            written.RootElement.GetProperty("evaluation").EnumerateArray().Select(entry => $"{entry.GetProperty("when")}/{entry.GetProperty("sampling")}").ToArray());

        var resolved = new ExperimentReader(runs.Catalog).Read(folder.Experiment);
        Assert.IsNotNull(resolved.Resolved!.Regime);
        Assert.IsTrue(File.Exists(folder.ReportPage));
        Assert.IsTrue(File.Exists(new ModelFolder(Path.Combine(folder.Checkpoints, "imitate")).Weights));
        Assert.AreEqual(RunStatus.Finished, report.Status);
        Assert.IsInstanceOfType<RunEvent.Finished>(events[^1]);
    }

    [TestMethod]
    public async Task A_run_that_is_stopped_keeps_what_it_learned()
    {
        using var runs = new Runs();
        using var stop = new CancellationTokenSource();
        var (folder, report, events) = await runs.Work(runs.Read(Sums, "stages.imitate.episodes=10000000"), stop.Token, happened =>
        {
            if (happened is RunEvent.IterationDone)
            {
                stop.Cancel();
            }
        });
        Assert.HasCount(1, events.OfType<RunEvent.IterationDone>());
        Assert.AreEqual(RunStatus.Interrupted, report.Status);
        Assert.IsEmpty(report.Evaluation);
        Assert.IsNotEmpty(new ModelFolder(folder.Final).Read().Weights);
        Assert.IsTrue(File.Exists(folder.ReportPage));
    }

    [TestMethod]
    public async Task Two_runs_of_the_shipped_tiny_experiment_end_with_the_same_bytes()
    {
        using var runs = new Runs();
        var tiny = new ExperimentReader(runs.Catalog).Read(Path.Combine(Repository.Root, "experiments", "tiny.json"));
        var first = await runs.Work(tiny, Stop);
        var second = await runs.Work(tiny, Stop);
        CollectionAssert.AreEqual(
            await File.ReadAllBytesAsync(new ModelFolder(first.Folder.Final).Weights, Stop),
            await File.ReadAllBytesAsync(new ModelFolder(second.Folder.Final).Weights, Stop));
    }

    [TestMethod]
    [DataRow("test-broken-reward", "could not be decided or scored")]
    public async Task A_run_that_fails_says_why_and_keeps_what_it_learned(string reward, string expected)
    {
        using var runs = new Runs();
        RunFolder? folder = null;
        var experiment = runs.Read(Sums, "stages.imitate.episodes=100", $"rewards=[{{\"kind\":\"{reward}\"}}]");
        var error = await Assert.ThrowsExactlyAsync<RunFailedException>(() => runs.Work(experiment, Stop, planned: made => folder = made));
        Assert.Contains(expected, error.Message);
        Assert.Contains("\"failed\"", await File.ReadAllTextAsync(folder!.ReportData, Stop));
        Assert.IsNotEmpty(new ModelFolder(folder.Final).Read().Weights);
    }

    [TestMethod]
    public async Task An_episode_file_reads_back_exactly()
    {
        using var runs = new Runs();
        var (folder, _, _) = await runs.Work(runs.Read(Sums, "stages.imitate.episodes=50", "stages.reinforce.iterations=1"), Stop);
        foreach (var line in Directory.EnumerateFiles(folder.Episodes).SelectMany(File.ReadLines))
        {
            Assert.AreEqual(line, JsonSerializer.Serialize(JsonSerializer.Deserialize<Episode>(line, RecordJson.Line), RecordJson.Line));
        }
    }
}
