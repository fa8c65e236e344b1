using System.Globalization;
using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class ToolConformanceTests
{
    [TestMethod]
    public async Task A_sound_tool_passes_every_check()
    {
        var checks = await Examine(arguments => ToolResult.Answer(arguments.Length.ToString(CultureInfo.InvariantCulture)));

        CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Broken))]
    public async Task A_broken_tool_is_caught(string claim, string how, Func<string, ToolResult> run)
    {
        var check = (await Examine(run)).Single(check => check.Name == claim);

        Assert.IsFalse(check.Passed, how);
        Assert.IsNotNull(check.Detail);
    }

    public static IEnumerable<(string Claim, string How, Func<string, ToolResult> Run)> Broken
    {
        get
        {
            var count = 0;
            return
            [
                ("no arguments make it throw or break", "it throws", arguments => ToolResult.Answer($"{int.Parse(arguments, CultureInfo.InvariantCulture)}")),
                ("no arguments make it throw or break", "it breaks", _ => ToolResult.Break("not today")),
                ("no arguments make it throw or break", "it returns nothing", _ => null!),
                ("its output is what a policy can read", "it echoes", ToolResult.Answer),
                ("its output is what a policy can read", "it writes typographically", _ => ToolResult.Answer("17 × 24")),
                ("its output is bounded", "it echoes", ToolResult.Answer),
                ("same arguments, same result, from any thread", "it counts", _ => ToolResult.Answer($"{Interlocked.Increment(ref count)}")),
            ];
        }
    }

    [TestMethod]
    public async Task No_check_is_without_something_that_it_catches() => CollectionAssert.AreEquivalent(
        (await Examine(_ => ToolResult.Answer("1"))).Select(check => check.Name).ToArray(),
        Broken.Select(broken => broken.Claim).Distinct().ToArray());

    private static Task<IReadOnlyList<Check>> Examine(Func<string, ToolResult> run) => ToolConformance.Examine(new ScriptedTool(run), default);
}
