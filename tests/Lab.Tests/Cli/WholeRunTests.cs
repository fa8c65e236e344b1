using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lab.Tests;

/// <summary>One small run, made once as a user makes it, and what can be done with it afterwards.</summary>
[TestClass]
public sealed class WholeRunTests
{
    private static readonly Desk s_desk = new();
    private static (int Code, string Out, string Error) s_ended;
    private static string s_run = "";

    [ClassInitialize]
    public static async Task Run(TestContext context)
    {
        s_desk.Write("experiments/small.json", SmallExperiment.Text);
        s_desk.Write("experiments.json", """{ "run": ["experiments/small.json"], "threads": 1 }""");
        s_ended = await LabProcess.Run(s_desk.Folder, "run");
        s_run = Directory.Exists(s_desk.At("runs")) ? Path.Combine("runs", Path.GetFileName(Directory.GetDirectories(s_desk.At("runs")).Single())) : "";
    }

    [ClassCleanup]
    public static void Clean() => s_desk.Dispose();

    [TestMethod]
    public void It_ends_well_with_every_file_in_its_place()
    {
        Assert.AreEqual(0, s_ended.Code, s_ended.Error);
        Assert.AreEqual("", s_ended.Error);
        foreach (var file in new[] { "experiment.json", "metrics.jsonl", "report.json", "report.html", "checkpoints/final/weights.safetensors", "checkpoints/final/config.json", "checkpoints/imitate/weights.safetensors" })
        {
            Assert.IsTrue(File.Exists(s_desk.At(s_run, file)), file);
        }
    }

    [TestMethod]
    public void It_ends_with_a_table_the_report_and_a_line_to_try()
    {
        var lines = s_ended.Out.TrimEnd().Split('\n');
        StringAssert.StartsWith(lines[^3], "finished after ");
        Assert.AreEqual($"report  {Path.Combine(s_run, "report.html")}", lines[^2]);
        StringAssert.StartsWith(lines[^1], "try     ");
        StringAssert.Contains(lines[^1], $" sample {s_run} \"");
        foreach (var row in new[] { "demonstrations", "after imitate", "after reinforce" })
        {
            Assert.IsTrue(lines.Any(line => line.TrimStart().StartsWith(row, StringComparison.Ordinal) && line.Contains('%', StringComparison.Ordinal)), row);
        }

        Assert.IsTrue(lines[..^1].All(line => line.TrimEnd().Length <= 160), "only the last line may be long");
        Assert.DoesNotContain("\u001b", s_ended.Out, "no escape sequences where the output is no terminal");
    }

    [TestMethod]
    public void The_resolved_experiment_says_what_it_ran_on()
    {
        var resolved = JsonNode.Parse(File.ReadAllText(s_desk.At(s_run, "experiment.json")))!["resolved"]!;
        Assert.AreEqual(1, (int)resolved["threads"]!);
        Assert.AreEqual("cpu", (string?)resolved["actualDevice"]);
        CollectionAssert.Contains(new[] { "invariant", "lockstep" }, (string?)resolved["regime"]);
        Assert.IsNull(resolved["commit"], "the folder is in no git repository");
    }

    [TestMethod]
    public async Task Evaluating_it_again_gives_the_reports_own_numbers()
    {
        var (code, text, error) = await LabProcess.Run(s_desk.Folder, "evaluate", s_run, "--json");
        Assert.AreEqual(0, code, error);
        var again = JsonNode.Parse(text)!["evaluation"]!.AsArray();
        var report = JsonNode.Parse(File.ReadAllText(s_desk.At(s_run, "report.json")))!["evaluation"]!.AsArray().Skip(2).ToArray();
        Assert.HasCount(2, report);
        foreach (var (before, now) in report.Zip(again))
        {
            foreach (var number in new[] { "sampling", "problems", "accuracy", "tokensPerEpisode", "callsPerEpisode" })
            {
                Assert.IsTrue(JsonNode.DeepEquals(before![number], now![number]), $"{number}: {before} and {now}");
            }
        }
    }

    [TestMethod]
    public async Task Asking_it_shows_a_transcript_that_ends_with_a_verdict()
    {
        var (code, text, error) = await LabProcess.Run(s_desk.Folder, "sample", s_run, "17*24=");
        Assert.AreEqual(0, code, error);
        StringAssert.StartsWith(text, "prompt   17*24=");
        StringAssert.Contains(text, "\nsaid ");
        StringAssert.Contains(text, "\nverdict ");
    }

    [TestMethod]
    public async Task Asked_for_JSON_it_says_nothing_else()
    {
        var (code, text, error) = await LabProcess.Run(s_desk.Folder, "sample", s_run, "17*24=", "--attempts", "3", "--json");
        Assert.AreEqual(0, code, error);
        var episodes = JsonNode.Parse(text)!["episodes"]!.AsArray();
        Assert.HasCount(3, episodes);
        Assert.AreEqual("17*24", (string?)episodes[0]!["key"]);
    }

    [TestMethod]
    [DataRow("hello", "expected two whole numbers")]
    [DataRow("7/0=", "nothing can be divided by zero")]
    public async Task A_prompt_that_poses_nothing_is_refused(string prompt, string reason)
    {
        var (code, text, error) = await LabProcess.Run(s_desk.Folder, "sample", s_run, prompt);
        Assert.AreEqual(2, code);
        Assert.AreEqual("", text);
        StringAssert.StartsWith(error, $"prompt '{prompt}': {reason}");
    }

    [TestMethod]
    public async Task The_same_seed_ends_with_the_same_bytes()
    {
        var (code, text, error) = await LabProcess.Run(s_desk.Folder, "run", "small", "--output", "again", "--json");
        Assert.AreEqual(0, code, error);
        using var report = JsonDocument.Parse(text);
        Assert.AreEqual("finished", report.RootElement.GetProperty("status").GetString());
        Assert.AreEqual(4, report.RootElement.GetProperty("evaluation").GetArrayLength());
        var again = s_desk.At(report.RootElement.GetProperty("run").GetString()!);
        CollectionAssert.AreEqual(Weights(s_desk.At(s_run)), Weights(again));
    }

    [TestMethod]
    [DataRow("experiment.json", 40, "experiment.json: line ")]
    [DataRow("checkpoints/final/config.json", 10, "config.json")]
    [DataRow("checkpoints/final/weights.safetensors", 100, "weights.safetensors")]
    [DataRow("checkpoints/final/weights.safetensors", 0, "weights.safetensors")]
    [DataRow("checkpoints/final/weights.safetensors", -1, "weights.safetensors")]
    public async Task A_damaged_run_is_one_clear_line(string file, int length, string complaint)
    {
        var copy = s_desk.At("damaged");
        foreach (var name in new[] { "experiment.json", "checkpoints/final/config.json", "checkpoints/final/weights.safetensors" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, name))!);
            File.Copy(s_desk.At(s_run, name), Path.Combine(copy, name), overwrite: true);
        }

        var damaged = Path.Combine(copy, file);
        if (length < 0)
        {
            File.Delete(damaged);
        }
        else
        {
            File.WriteAllBytes(damaged, File.ReadAllBytes(damaged)[..length]);
        }

        var (code, text, error) = await LabProcess.Run(s_desk.Folder, "evaluate", "damaged");
        Assert.AreEqual(2, code, error);
        Assert.AreEqual("", text);
        Assert.HasCount(1, error.TrimEnd().Split('\n'));
        StringAssert.Contains(error, complaint);
    }

    private static byte[] Weights(string run) => File.ReadAllBytes(Path.Combine(run, "checkpoints", "final", "weights.safetensors"));
}
