using System.Diagnostics;

namespace Lab.Tests;

/// <summary>
/// <c>dotnet new lab-environment</c>, as a new user would: installed from the clone, built, checked. The folder that it is tried in
/// has the lab's own settings above it, as if it lay within the clone.
/// </summary>
[TestClass]
public sealed class TemplateTests
{
    // As these tests were built: the lab's libraries are there for sure.
    private static readonly string s_configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')) == "release" ? "Release" : "Debug";

    private static readonly Desk s_desk = new();

    [ClassInitialize]
    public static async Task Install(TestContext context)
    {
        foreach (var name in new[] { "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt" })
        {
            File.Copy(Path.Combine(Repository.Root, name), s_desk.At(name));
        }

        await Dotnet(0, s_desk.Folder, "new", "install", Path.Combine(Repository.Root, "src", "Lab.Template"), "--debug:custom-hive", s_desk.At("hive"));
    }

    [ClassCleanup]
    public static void Dispose() => s_desk.Dispose();

    [TestMethod]
    [DataRow("MyLab", "MyLab", "my-lab")]
    [DataRow("My.Lab", "MyLab", "my-lab")]
    [DataRow("reverse-words", "ReverseWords", "reverse-words")]
    [DataRow("3 wise men", "_3WiseMen", "3-wise-men")]
    public async Task A_new_project_builds_and_its_environment_keeps_its_promises(string name, string identifier, string kind)
    {
        await Create(name, Repository.Root);
        var folder = s_desk.At(name);
        Assert.IsLessThan(60, File.ReadLines(Path.Combine(folder, $"{identifier}Environment.cs")).Count());
        var output = await Dotnet(0, folder, "build", "--no-dependencies", "-c", s_configuration, "-warnaserror");
        Assert.IsTrue(File.Exists(Path.Combine(folder, "bin", s_configuration, "net10.0", $"{identifier}.dll")), output);
        var experiment = Path.Combine(folder, $"{kind}.json");
        File.WriteAllText(experiment, File.ReadAllText(experiment).Replace("/Debug/", $"/{s_configuration}/", StringComparison.Ordinal));
        Assert.AreEqual(0, await s_desk.Lab("check", Path.Combine(name, $"{kind}.json")), s_desk.Out + s_desk.Error);
        StringAssert.Contains(s_desk.Out, $"{kind} (environment)");
        Assert.AreEqual(0, await s_desk.Lab("run", Path.Combine(name, $"{kind}.json"), "--explain"), s_desk.Error);
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public async Task Where_the_lab_is_not_is_one_clear_line()
    {
        await Create("Lost", "../Lab & Sons");
        var output = await Dotnet(1, s_desk.At("Lost"), "build");
        StringAssert.Contains(output, "error : There is no clone of Lab at '../Lab & Sons': say where it is with -p:LabRoot=(folder), or in Lost.csproj.");
    }

    private static Task<string> Create(string name, string lab) =>
        Dotnet(0, s_desk.Folder, "new", "lab-environment", "-n", name, "-o", name, "--lab", lab, "--debug:custom-hive", s_desk.At("hive"));

    private static async Task<string> Dotnet(int code, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.AreEqual(code, process.ExitCode, output);
        return output;
    }
}
