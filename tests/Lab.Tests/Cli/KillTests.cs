using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>Runs that are killed again and again, and resumed until they end. experiments/kill-harness does the same for longer.</summary>
[TestClass]
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    public async Task A_run_that_is_killed_at_twenty_moments_ends_as_one_that_was_not()
    {
        _desk.Write("tiny.json", Tiny.Text);
        _desk.Write("experiments.json", """{ "threads": 1 }""");
        var started = TimeProvider.System.GetTimestamp();
        var (code, _, error) = await LabProcess.Run(_desk.Folder, "run", "tiny.json", "--set", "checkpoints.every=1");
        var whole = TimeProvider.System.GetElapsedTime(started);
        Assert.AreEqual(0, code, error);
        var expected = RunFolder.Open(Directory.GetDirectories(_desk.At("runs")).Single());

        var draw = Draw.From(1);
        var killed = Fresh(expected, 0);
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var lab = LabProcess.StartWork(_desk.Folder, killed.Path);
            await Task.WhenAny(lab.Ended(), Task.Delay(whole * (0.15 + (0.5 * draw.Uniform(kill)))));
            lab.Kill();
            await lab.Ended();
            if (killed.IsFinished)
            {
                RunComparison.AreSame(expected, killed);
                killed = Fresh(expected, kill);
            }
        }

        (code, _, error) = await LabProcess.Run(_desk.Folder, "resume", killed.Path);
        Assert.AreEqual(0, code, error);
        RunComparison.AreSame(expected, killed);
    }

    // The folder as lab run leaves it before anything is worked on.
    private RunFolder Fresh(RunFolder whole, int number)
    {
        var path = _desk.At($"killed-{number}");
        Directory.CreateDirectory(path);
        File.Copy(whole.Experiment, Path.Combine(path, "experiment.json"));
        return RunFolder.Open(path);
    }
}
