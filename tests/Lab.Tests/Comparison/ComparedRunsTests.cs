using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Lab.Tests;

/// <summary>A small comparison, run as a user runs it.</summary>
[TestClass]
public sealed class ComparedRunsTests : IDisposable
{
    private readonly Desk _desk = new();

    public ComparedRunsTests()
    {
        _desk.Write("experiments.json", """{ "threads": 1 }""");
        _desk.Write("experiments/small.json", SmallExperiment.Text);
        _desk.Write("experiments/both.json", """{ "base": "small.json", "set": { "stages.imitate.episodes": 100 }, "variants": { "ppo": {}, "grpo": { "stages.reinforce.algorithm": { "kind": "grpo" } } } }""");
    }

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    public async Task Every_run_has_a_line_and_a_folder_and_the_page_is_beside_them()
    {
        var (code, text, error) = await LabProcess.Run(_desk.Folder, "run", "both");

        Assert.AreEqual(0, code, error);
        Assert.AreEqual("", error);
        var lines = text.TrimEnd().Split('\n');
        var folder = Path.Combine("runs", Path.GetFileName(Directory.GetDirectories(_desk.At("runs")).Single()));
        Assert.HasCount(4, lines, text);
        Assert.AreEqual($"both: 2 runs in {folder}", lines[0]);
        StringAssert.StartsWith(lines[1], "ppo, seed 1: sampled ");
        StringAssert.StartsWith(lines[2], "grpo, seed 1: sampled ");
        Assert.AreEqual($"compared  {Path.Combine(folder, "comparison.html")}", lines[3]);
        foreach (var file in new[] { "comparison.json", "comparison.html", "ppo-1/report.html", "grpo-1/checkpoints/final/weights.safetensors" })
        {
            Assert.IsTrue(File.Exists(_desk.At(folder, file)), file);
        }

        var runs = JsonNode.Parse(await File.ReadAllTextAsync(_desk.At(folder, "comparison.json")))!["runs"]!.AsArray();
        CollectionAssert.AreEqual(new[] { "finished", "finished" }, runs.Select(run => (string?)run!["report"]!["status"]).ToArray());
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task An_interrupt_ends_the_comparison_and_keeps_what_there_is()
    {
        _desk.Write("experiments/three.json", """{ "base": "small.json", "variants": { "short": {}, "long": { "stages.reinforce.iterations": 100000 }, "never": {} } }""");
        using var lab = LabProcess.Start(_desk.Folder, "run", "three");
        await lab.Wrote("short, seed 1:");
        var folder = Directory.GetDirectories(_desk.At("runs")).Single();
        var metrics = Path.Combine(folder, "long-1", "metrics.jsonl");
        for (var wait = 0; wait < 3000 && !(File.Exists(metrics) && await Has(metrics, "reinforce")); wait++)
        {
            await Task.Delay(20);
        }

        using (var kill = Process.Start("kill", ["-TERM", $"{lab.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        Assert.AreEqual(130, await lab.Ended(), lab.Error);
        StringAssert.Contains(lab.Out, "long, seed 1: interrupted, ");
        var runs = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "comparison.json")))!["runs"]!.AsArray();
        CollectionAssert.AreEqual(new[] { "finished", "interrupted", null }, runs.Select(run => (string?)run!["report"]?["status"]).ToArray());
        Assert.IsTrue(File.Exists(Path.Combine(folder, "never-1", "experiment.json")), "it can still be run");
    }

    [TestMethod]
    public async Task Explaining_it_prints_every_run_and_writes_nothing()
    {
        Assert.AreEqual(0, await _desk.Lab("run", "both", "--explain", "--seed", "5"));

        Assert.AreEqual(2, _desk.Out.Split("\"seed\": 5,").Length - 1);
        StringAssert.Contains(_desk.Out, "\"kind\": \"grpo\"");
        Assert.IsFalse(Directory.Exists(_desk.At("runs")));
    }

    [TestMethod]
    public async Task A_comparison_with_a_mistake_starts_nothing()
    {
        var file = _desk.Write("bad.json", """{ "base": "experiments/small.json", "variants": { "good": {}, "bad": { "policy.layers": 0 } } }""");

        Assert.AreEqual(2, await _desk.Lab("run", "bad.json"));
        StringAssert.StartsWith(_desk.Complaints.Single(), $"{file}: $.variants.bad['policy.layers']: must be from 1 to ");
        Assert.IsFalse(Directory.Exists(_desk.At("runs")));
    }

    // While another process writes it.
    private static async Task<bool> Has(string path, string text)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return (await reader.ReadToEndAsync()).Contains(text, StringComparison.Ordinal);
    }
}
