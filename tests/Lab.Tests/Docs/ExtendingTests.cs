using Lab.Core;
using MyLab;

namespace Lab.Tests;

/// <summary>The code of docs/extending.md is the code of these files: it builds, and it keeps the contracts.</summary>
[TestClass]
public sealed class ExtendingTests
{
    [TestMethod]
    [DataRow("Reverse.cs")]
    [DataRow("LetterCounter.cs")]
    [DataRow("Brevity.cs")]
    [DataRow("MedianBaseline.cs")]
    [DataRow("DualClip.cs")]
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
    [DataRow("r strawberry", "3")]
    [DataRow("R strawberry", "0")]
    [DataRow("z a", "0")]
    [DataRow("  two words", "1")]
    [DataRow("r aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaar", "1")]
    [DataRow("r aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaar", "error: too long")]
    [DataRow("", "error: say a letter, a space and a word")]
    [DataRow("r ", "error: say a letter, a space and a word")]
    [DataRow("strawberry", "error: say a letter, a space and a word")]
    public async Task The_tool_of_the_page_counts(string arguments, string result) =>
        Assert.AreEqual(result, (await new LetterCounter(new()).Call(arguments, CancellationToken.None)).Text);

    [TestMethod]
    public async Task The_tool_of_the_page_conforms() =>
        Assert.IsEmpty((await ToolConformance.Examine(new LetterCounter(new()), CancellationToken.None)).Where(check => !check.Passed));

    [TestMethod]
    public async Task The_reward_of_the_page_conforms() =>
        Assert.IsEmpty((await RewardConformance.Examine(new Brevity(new()), [], CancellationToken.None)).Where(check => !check.Passed));

    [TestMethod]
    public void The_median_of_a_group_is_its_baseline()
    {
        var group = Objectives.Group(new[] { 0.0, 1, 5, 2 }.Select(score => Objectives.Row([1, 2], [false, true], score)));
        new MedianBaseline(new()).Estimate(group);
        CollectionAssert.AreEqual(new[] { -1.5f, -0.5f, 3.5f, 0.5f }, group[0].Rows.Select(row => row.Advantages[1]).ToArray());
    }

    [TestMethod]
    public Task A_bad_token_that_became_likelier_costs_no_more_than_its_bound() => Close.OnTorch(() =>
    {
        // Ratios e, e and 1: the first is bad and bounded by 2, the second good and clipped at 1.2.
        var batch = Objectives.Batch([[1, 1, 1]], [[-2, -2, -1]], [[-1, 1, -1]]);
        Close.Assert([2, -1.2f, 1], new DualClip(new() { Most = 2 }).Evaluate(batch, TorchSharp.torch.tensor(new[] { -1f, -1f, -1f })).Loss_N);
    });

    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
