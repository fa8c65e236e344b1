using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Lab.Tests;

[TestClass]
public sealed class InterruptTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("INT")]
    [DataRow("TERM")]
    public async Task An_interrupted_run_ends_cleanly_with_what_it_learned(string signal)
    {
        _desk.Write("small.json", SmallExperiment.Text);
        using var lab = LabProcess.Start(_desk.Folder, "run", "small.json", "--set", "stages.reinforce.iterations=100000");
        await lab.Wrote("reinforce 1/100000");
        using (var kill = Process.Start("kill", [$"-{signal}", $"{lab.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        Assert.AreEqual(130, await lab.Ended(), lab.Error);
        StringAssert.Contains(lab.Out, "stopping, and saving what was learned");
        var run = Directory.GetDirectories(_desk.At("runs")).Single();
        StringAssert.EndsWith(lab.Out.TrimEnd(), $" resume {Path.Combine("runs", Path.GetFileName(run))}");
        Assert.IsNotEmpty(Directory.GetFiles(Path.Combine(run, "checkpoints"), "manifest.json", SearchOption.AllDirectories));
        Assert.IsTrue(File.Exists(Path.Combine(run, "checkpoints", "final", "weights.safetensors")));
        Assert.IsTrue(File.Exists(Path.Combine(run, "report.html")));
        Assert.AreEqual("interrupted", (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(run, "report.json")))!["status"]);
    }
}
