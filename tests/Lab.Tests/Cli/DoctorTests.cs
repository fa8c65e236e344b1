using System.Text.Json.Nodes;

namespace Lab.Tests;

[TestClass]
public sealed class DoctorTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    public async Task The_doctor_finds_torch_prepared_for_reproducible_work()
    {
        _desk.Write("experiments.json", """{ "threads": 1, "device": "cpu" }""");
        var (code, text, error) = await LabProcess.Run(_desk.Folder, "doctor", "--json");
        Assert.AreEqual(0, code, error);
        var torch = JsonNode.Parse(text)!["torch"]!;
        Assert.AreEqual("AUTO,STRICT", (string?)torch["mklReproducibility"]);
        Assert.AreEqual(1, (int)torch["threads"]!);
        Assert.AreEqual("cpu", (string?)torch["device"]);
        Assert.IsGreaterThan(0, (double)torch["product"]!["gigaflops"]!);
    }

    [TestMethod]
    public async Task Where_torch_cannot_be_loaded_the_doctor_says_why_and_what_helps()
    {
        // The program without its native libraries.
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Append(Path.Combine(AppContext.BaseDirectory, "lab.runtimeconfig.json")))
        {
            File.Copy(file, _desk.At(Path.GetFileName(file)));
        }

        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [_desk.At("lab.dll"), "doctor"])
        {
            WorkingDirectory = _desk.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var text = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.AreEqual(1, process.ExitCode, error);
        StringAssert.Contains(await text, "cannot be loaded");
        StringAssert.StartsWith(error, "torch cannot be loaded: ");
        Assert.HasCount(1, error.TrimEnd().Split('\n'));
    }
}
