using Lab.Core;
using MyLab;

namespace Lab.Tests;

/// <summary>The code of docs/extending.md is the code of these files: it builds, and it keeps the contracts.</summary>
[TestClass]
public sealed class ExtendingTests
{
    [TestMethod]
    [DataRow("Reverse.cs")]
    [DataRow("Brevity.cs")]
    public void The_page_shows_code_that_builds(string file)
    {
        var page = Normal(File.ReadAllText(Path.Combine(Repository.Root, "docs", "extending.md")));
        var code = Normal(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lab.Tests", "Docs", file)));
        Assert.Contains($"```csharp\n{code}```", page);
    }

    [TestMethod]
    public async Task The_environment_of_the_page_conforms()
    {
        var checks = await EnvironmentConformance.Examine("reverse", new Reverse(new()), Toolbox.Empty, Draw.From(1), CancellationToken.None);
        Assert.AreEqual("", string.Join('\n', checks.Where(check => !check.Passed)));
        Assert.IsGreaterThan(5, checks.Count);
    }

    [TestMethod]
    public async Task The_reward_of_the_page_conforms() =>
        Assert.IsEmpty((await RewardConformance.Examine(new Brevity(new()), [], CancellationToken.None)).Where(check => !check.Passed));

    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
