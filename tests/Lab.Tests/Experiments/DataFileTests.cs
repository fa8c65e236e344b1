using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>A run whose problems stand in a file goes on with that file or not at all.</summary>
[TestClass]
public sealed class DataFileTests
{
    private static readonly Runs s_runs = new();
    private static readonly Desk s_desk = new();
    private static RunFolder s_run = null!;

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    [ClassInitialize]
    public static async Task Run(TestContext context)
    {
        (s_run, _, _) = await s_runs.Work(s_runs.Read(Text(Lines("first"))), context.CancellationToken);
        await File.AppendAllTextAsync(Path("first"), "{\"prompt\":\"1+40\",\"answer\":41}\n", context.CancellationToken);
    }

    [ClassCleanup]
    public static void Clean()
    {
        s_runs.Dispose();
        s_desk.Dispose();
    }

    [TestMethod]
    public void A_run_keeps_the_length_and_the_hash_of_its_data()
    {
        // printf 'a\n' | sha256sum
        var file = s_desk.Write("known/a.txt", "a\n");
        var experiment = s_runs.Read(Text(Lines("known")), $"tools=[{{\"kind\":\"search\",\"folder\":\"{Json(s_desk.At("known"))}\"}}]");
        var data = RunPlanner.Resolve(experiment, new(), commit: null).Resolved!.Data;
        CollectionAssert.AreEqual(new[] { s_desk.At("known"), Path("known") }, data.Select(each => each.Path).ToArray());
        Assert.AreEqual(2, data[0].Bytes);
        Assert.AreEqual(data, RunPlanner.Resolve(experiment, new(), commit: null).Resolved!.Data);

        File.Move(file, s_desk.At("known", "b.txt"));
        Assert.AreNotEqual(data[0].Sha256, RunPlanner.Resolve(experiment, new(), commit: null).Resolved!.Data[0].Sha256, "names count too");

        File.WriteAllText(Path("known"), "a\n");
        var known = RunPlanner.Resolve(experiment, new(), commit: null).Resolved!.Data[1];
        Assert.AreEqual((2, "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"), (known.Bytes, known.Sha256));
    }

    [TestMethod]
    public void What_is_not_read_may_change()
    {
        s_desk.Write("notes/a.txt", "a\n");
        var experiment = s_runs.Read(Text(Lines("known")), $"tools=[{{\"kind\":\"search\",\"folder\":\"{Json(s_desk.At("notes"))}\"}}]");
        var before = RunPlanner.Resolve(experiment, new(), commit: null).Resolved!.Data;
        s_desk.Write("notes/runs/one/metrics.jsonl", "{}\n");
        Assert.AreEqual(before, RunPlanner.Resolve(experiment, new(), commit: null).Resolved!.Data, "a run's own folder, for one");

        s_desk.Write("notes/deep/b.md", "b\n");
        Assert.AreNotEqual(before, RunPlanner.Resolve(experiment, new(), commit: null).Resolved!.Data);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_run_does_not_go_on_with_other_data(bool longer)
    {
        var path = Lines("resumed");
        var folder = s_runs.Planner.Create(RunPlanner.Resolve(s_runs.Read(Text(path)), new() { Threads = 2 }, commit: null), s_runs.Parent);
        var kept = File.ReadAllText(path);
        File.WriteAllText(path, longer ? kept + "\n" : kept.Replace("1+7", "7+1", StringComparison.Ordinal));
        var error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() => s_runs.Resume(folder, Stop));
        Assert.AreEqual($"{folder.Path}: '{path}' is not what the run was planned with ({kept.Length} bytes then, {kept.Length + (longer ? 1 : 0)} now), and its problems would be others: restore it, or make a new run", error.Message);

        File.Delete(path);
        error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() => s_runs.Resume(folder, Stop));
        Assert.AreEqual($"{folder.Path}: '{path}', which its problems are made of, is gone or cannot be read", error.Message);

        File.WriteAllText(path, kept);
        await s_runs.Resume(folder, Stop);
    }

    [TestMethod]
    public async Task No_fork_goes_on_with_other_data()
    {
        var error = Assert.ThrowsExactly<InvalidInputException>(() => s_runs.Fork(s_run, "imitate/1"));
        Assert.StartsWith($"{s_run.Path}: '{Path("first")}' is not what the run was planned with", error.Message);
        var fork = s_runs.Fork(s_run, "imitate/1", $"environment.file=\"{Json(Lines("second"))}\"");
        Assert.AreEqual(Path("second"), s_runs.Experiment(fork).Resolved!.Data.Single().Path, "another file is another matter");
        var (report, _) = await s_runs.Resume(fork, Stop);
        Assert.AreEqual(RunStatus.Finished, report.Status);
    }

    [TestMethod]
    public async Task Nothing_is_replayed_with_other_data()
    {
        var error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() =>
            s_runs.Replayer.Replay(s_run, s_runs.Experiment(s_run), new(0, 1), 1, Torch.Runtime, new Progress<RunEvent>(), Stop));
        Assert.StartsWith($"{s_run.Path}: '{Path("first")}' is not what the run was planned with", error.Message);
    }

    [TestMethod]
    public async Task Nothing_is_measured_on_other_data()
    {
        var (code, text, error) = await LabProcess.Run(s_desk.Folder, "evaluate", s_run.Path);
        Assert.AreEqual((2, ""), (code, text), error);
        Assert.StartsWith($"{s_run.Path}: '{Path("first")}' is not what the run was planned with", error);
    }

    private static string Path(string name) => s_desk.At($"{name}.jsonl");

    private static string Lines(string name) => s_desk.Write($"{name}.jsonl", string.Concat(Enumerable.Range(0, 40).Select(number => $"{{\"prompt\":\"1+{number}\",\"answer\":{1 + number}}}\n")));

    private static string Text(string path) => $$"""
        {
          "name": "data",
          "environment": { "kind": "dataset", "file": "{{Json(path)}}", "heldOut": 0.3 },
          "policy": { "layers": 1, "width": 16, "heads": 1, "context": 64 },
          "stages": [{ "kind": "imitate", "episodes": 20, "episodesPerIteration": 10 }],
          "evaluation": { "problems": 4 },
          "checkpoints": { "every": 1 }
        }
        """;

    private static string Json(string path) => path.Replace("\\", "\\\\", StringComparison.Ordinal);
}
