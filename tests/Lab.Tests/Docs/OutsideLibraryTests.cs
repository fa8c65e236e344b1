using System.Diagnostics;
using Lab.Core;
using Lab.Hosting;
using Lab.Learning;

namespace Lab.Tests;

/// <summary>A class library outside of the repository adds parts, one file each, and an experiment file uses them.</summary>
[TestClass]
public sealed class OutsideLibraryTests : IDisposable
{
    private const string Experiment = """
        {
          "name": "outside", "plugins": ["out/MyLab.dll"],
          "environment": { "kind": "reverse" }, "tools": [{ "kind": "letter-counter", "maxLength": 20 }], "rewards": [{ "kind": "brevity" }],
          "stages": [{ "kind": "reinforce", "algorithm": {
            "kind": "grpo", "estimator": { "kind": "median-baseline" }, "policyLoss": { "kind": "dual-clip", "most": 2 } } }]
        }
        """;

    private static readonly string[] s_files = ["Reverse.cs", "LetterCounter.cs", "Brevity.cs", "MedianBaseline.cs", "DualClip.cs"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lab-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [TestMethod]
    public async Task The_code_of_the_page_builds_outside_and_its_parts_are_found()
    {
        foreach (var name in s_files)
        {
            var code = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lab.Tests", "Docs", name));
            Assert.IsLessThan(60, code.Count(sign => sign == '\n'), name);
            File.WriteAllText(Path.Combine(_folder.FullName, name), code);
        }

        var references = string.Concat(new[] { "Lab.Core", "Lab.Policies", "Lab.Learning", "TorchSharp" }
            .Select(name => $"<Reference Include=\"{name}\" HintPath=\"{Path.Combine(AppContext.BaseDirectory, $"{name}.dll")}\" Private=\"false\" />"));
        File.WriteAllText(Path.Combine(_folder.FullName, "MyLab.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """);
        await Build();
        var path = Path.Combine(_folder.FullName, "outside.json");
        File.WriteAllText(path, Experiment);
        var file = ExperimentFile.Read(path);
        var options = ((Lab.Experiments.ReinforceOptions)file.Experiment.Stages[0]).Algorithm;
        Assert.AreEqual("letter-counter", file.Catalog.For(file.Experiment.Tools.Single()).Kind);
        Assert.AreEqual("median-baseline", file.Catalog.For(options.Estimator).Kind);
        var algorithm = new Improvement(options, new(file.Catalog, Objectives.Ports), 64, 1024);
        Assert.IsNotNull(algorithm);
    }

    private async Task Build()
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", "-o", "out", "-v", "q", "--nologo"]) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.AreEqual(0, build.ExitCode, output);
    }
}
