using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class EnvironmentConformanceTests
{
    private static readonly Toolbox Tools = ScriptedTool.Box("calculator", _ => ToolResult.Answer("4"));

    [TestMethod]
    public async Task A_sound_environment_passes_every_check()
    {
        foreach (var environment in new IEnvironment[] { new Doubling(), new MatchingPennies(), new TakeAway() })
        {
            var checks = await Examine(environment);

            CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
            Assert.IsTrue(checks.All(check => check.Detail is null));
        }
    }

    [TestMethod]
    [DynamicData(nameof(BrokenEnvironments.All), typeof(BrokenEnvironments))]
    public async Task A_broken_environment_is_caught(string claim, string how, Func<IEnvironment> broken)
    {
        var check = (await Examine(broken())).Single(check => check.Name == claim);

        Assert.IsFalse(check.Passed, how);
        Assert.IsNotNull(check.Detail);
        Assert.DoesNotContain("\n", check.Detail);
    }

    [TestMethod]
    public async Task No_check_is_without_something_that_it_catches()
    {
        var caught = BrokenEnvironments.All.Select(broken => broken.Claim).ToHashSet();

        CollectionAssert.AreEquivalent((await Examine(new Doubling())).Select(check => check.Name).ToArray(), caught.ToArray());
    }

    [TestMethod]
    public async Task What_an_environment_cannot_do_is_not_asked_of_it()
    {
        var names = (await Examine(new MatchingPennies())).Select(check => check.Name).ToArray();

        CollectionAssert.DoesNotContain(names, "it reads its own prompts");
        CollectionAssert.DoesNotContain(names, "demonstrations come to an end");
    }

    [TestMethod]
    public async Task A_stopped_examination_stops() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => EnvironmentConformance.Examine(
            "doubling",
            new Doubling { Demonstrating = (_, _, _) => throw new OperationCanceledException() },
            Tools,
            Draw.From(1),
            new CancellationToken(canceled: true)));

    private static Task<IReadOnlyList<Check>> Examine(IEnvironment environment) =>
        EnvironmentConformance.Examine("doubling", environment, Tools, Draw.From(1), default);
}
