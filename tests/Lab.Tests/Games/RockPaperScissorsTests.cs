using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class RockPaperScissorsTests
{
    private static readonly RockPaperScissors s_game = new(new());

    [TestMethod]
    [DataRow("r", "r", 0.0)]
    [DataRow("r", "p", -1.0)]
    [DataRow("r", "s", 1.0)]
    [DataRow("p", "r", 1.0)]
    [DataRow("p", "p", 0.0)]
    [DataRow("p", "s", -1.0)]
    [DataRow("s", "r", -1.0)]
    [DataRow("s", "p", 1.0)]
    [DataRow("s", "s", 0.0)]
    public void Paper_beats_rock_scissors_paper_rock_scissors(string first, string second, double payoff) =>
        Assert.AreEqual(new Phase.Over([payoff, 0 - payoff]), s_game.Start(1).After(first, second).Phase);

    [TestMethod]
    public void Always_rock_loses_everything_and_uniform_play_nothing()
    {
        Assert.AreEqual(new Exploitability([0, 0], [1, 1]), Exploitability.Of(s_game.Start(1), (_, _) => [new("r", 1)]));
        Assert.AreEqual(2, Exploitability.Of(s_game.Start(1), (_, _) => [new("r", 1)]).NashConv);
        Assert.AreEqual(0, Exploitability.Of(s_game.Start(1), s_game.Perfect).NashConv, 1e-12);
    }

    [TestMethod]
    public void Each_seat_has_one_information_set() =>
        CollectionAssert.AreEqual(new[] { (0, "1"), (1, "2") }, InformationSets.Of(s_game, 1)!.Select(set => (set.Seat, set.Knows)).ToArray());

    [TestMethod]
    public void A_choice_made_at_once_loses_one_line_in_three() =>
        Assert.AreEqual(new(1, 3), GameStates.Lines(s_game, 1, 1, _ => "r"));

    [TestMethod]
    public void Minimax_says_that_it_cannot_solve_it() =>
        Assert.ThrowsExactly<NotSupportedException>(() => new BackwardInduction().Value(s_game.Start(1)));
}
