using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class HistoryWalkTests
{
    private static readonly Func<IReadOnlyList<Situation>, ValueTask<IReadOnlyList<string>>> s_first =
        asked => ValueTask.FromResult<IReadOnlyList<string>>([.. asked.Select(situation => situation.Moves[0])]);

    [TestMethod]
    public async Task A_game_with_more_histories_than_are_followed_has_no_exact_numbers()
    {
        var nim = new Nim(new() { Heaps = [7, 7, 7] });

        Assert.IsNotNull(Positions.Of(nim, 1), "512 positions are soon found");
        Assert.IsNull(await LosingLines.Count(nim, 1, 0, s_first), "millions of lines are not");
        Assert.IsNull(Positions.Of(nim, 1, most: 100));
        Assert.IsNull(InformationSets.Of(nim, 1));
    }

    [TestMethod]
    public void A_game_is_followed_as_far_as_it_goes_and_no_further()
    {
        // Every history but the one at the start is followed once.
        var kuhn = new KuhnPoker(new());
        var histories = GameStates.From(kuhn.Start(1)).Count();

        Assert.IsNotNull(InformationSets.Of(kuhn, 1, histories - 1));
        Assert.IsNull(InformationSets.Of(kuhn, 1, histories - 2));
    }

    [TestMethod]
    public async Task Chance_after_the_first_move_leaves_them_out()
    {
        var duel = new Duel();

        Assert.IsNull(InformationSets.Of(duel, 1));
        Assert.IsNull(Positions.Of(duel, 1));
        Assert.IsNull(await LosingLines.Count(duel, 1, 0, s_first));
    }
}
