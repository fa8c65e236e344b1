using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class GameConformanceTests
{
    public static IEnumerable<object[]> Sound => [[new Duel()], [new Duel { Thinks = true }], [new TicTacToe(new())], [new KuhnPoker(new())], [new Nim(new())], [new Nim(new() { Heaps = [5, 5], MaximumTake = 2 })], [new RockPaperScissors(new())]];

    [TestMethod]
    [DynamicData(nameof(Sound))]
    public async Task A_sound_game_passes_every_check(object game) =>
        CollectionAssert.AreEqual(Array.Empty<Check>(), (await Examine((IGame)game)).Where(check => !check.Passed).ToArray());

    [TestMethod]
    [DynamicData(nameof(BrokenGames.All), typeof(BrokenGames))]
    public async Task A_broken_game_is_caught(string claim, string how, Func<IGame> broken)
    {
        var check = (await Examine(broken())).Single(check => check.Name == claim);

        Assert.IsFalse(check.Passed, how);
        Assert.DoesNotContain("\n", check.Detail!);
    }

    [TestMethod]
    public async Task No_check_of_a_game_is_without_something_that_it_catches()
    {
        var others = (await EnvironmentConformance.Examine("doubling", new Doubling(), ScriptedTool.Box("calculator", _ => ToolResult.Answer("4")), Draw.From(1), default)).Select(check => check.Name);

        CollectionAssert.AreEquivalent(
            (await Examine(new Duel())).Select(check => check.Name).Except(others).ToArray(),
            BrokenGames.All.Select(broken => broken.Claim).Distinct().ToArray());
    }

    private static Task<IReadOnlyList<Check>> Examine(IGame game) => EnvironmentConformance.Examine("game", game, Toolbox.Empty, Draw.From(1), default);
}
