using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

/// <summary>Kuhn poker against what is known of it: Kuhn 1950, and sums by hand.</summary>
[TestClass]
public sealed class KuhnPokerTests
{
    private static readonly KuhnPoker s_game = new(new());

    [TestMethod]
    public void It_has_12_information_sets()
    {
        var sets = InformationSets.Of(s_game, 1)!;

        Assert.HasCount(12, sets);
        Assert.AreEqual(6, sets.Count(set => set.Seat == 0));
        Assert.IsTrue(sets.All(set => set.Moves == ["p", "b"]));
        CollectionAssert.AreEqual(
            new[] { "1J", "1Q", "1K", "2Qp", "2Qb", "2Kp", "2Kb", "2Jp", "2Jb", "1Jpb", "1Qpb", "1Kpb" },
            sets.Select(set => set.Knows).ToArray(),
            "fewer plies first, then in the order of the deals JQ, JK, QJ, QK, KJ, KQ");
    }

    [TestMethod]
    public void Its_tree_has_24_decisions_and_30_ends()
    {
        var states = GameStates.From(s_game.Start(1)).ToArray();

        Assert.AreEqual(24, states.Count(state => state.Phase is Phase.Choice));
        Assert.AreEqual(30, states.Count(state => state.Phase is Phase.Over));
        Assert.AreEqual(1, states.Count(state => state.Phase is Phase.Chance));
    }

    [TestMethod]
    [DataRow("p", "p", "", -1.0, DisplayName = "both pass")]
    [DataRow("b", "p", "", 1.0, DisplayName = "the second folds")]
    [DataRow("b", "b", "", -2.0, DisplayName = "the second calls")]
    [DataRow("p", "b", "p", -1.0, DisplayName = "the first folds")]
    [DataRow("p", "b", "b", -2.0, DisplayName = "the first calls")]
    public void The_higher_card_wins_what_is_not_folded(string first, string second, string third, double payoff)
    {
        var state = s_game.Start(1).After("QK").After(first).After(second);
        state = third.Length > 0 ? state.After(third) : state;

        Assert.AreEqual(new Phase.Over([payoff, -payoff]), state.Phase);
    }

    [TestMethod]
    public void Uniform_play_can_be_exploited()
    {
        var found = Exploitability.Of(s_game.Start(1), Strategies.Uniform);

        Assert.AreEqual(1 / 8.0, found.Value[0], 1e-12);
        Assert.AreEqual(-1 / 8.0, found.Value[1], 1e-12);
        Assert.AreEqual(1 / 2.0, found.BestResponses[0], 1e-12);
        Assert.AreEqual(5 / 12.0, found.BestResponses[1], 1e-12);
        Assert.AreEqual(11 / 12.0, found.NashConv, 1e-12);
        Assert.AreEqual(11 / 24.0, found.NashConv / found.BestResponses.Count, 1e-12, "its exploitability: what a seat gains on average");
    }

    [TestMethod]
    public void Always_passing_loses_every_pot_to_a_bet() =>
        Assert.AreEqual(2, Exploitability.Of(s_game.Start(1), (_, _) => [new("p", 1)]).NashConv, 1e-12);

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(0.2)]
    [DataRow(1 / 3.0)]
    public void Nobody_gains_against_an_equilibrium(double alpha)
    {
        var found = Exploitability.Of(s_game.Start(1), KuhnPoker.Equilibrium(alpha));

        Assert.AreEqual(-1 / 18.0, found.Value[0], 1e-12);
        Assert.AreEqual(0, found.NashConv, 1e-12);
    }

    [TestMethod]
    [DataRow(0.01, 0.00672167)]
    [DataRow(0.05, 0.03359722)]
    [DataRow(0.1, 0.06716667)]
    public void An_equilibrium_mixed_with_uniform_play_is_a_little_exploitable(double share, double expected) =>
        Assert.AreEqual(expected, Exploitability.Of(s_game.Start(1), Strategies.Mix(s_game.Perfect, Strategies.Uniform, share)).NashConv, 1e-8);

    [TestMethod]
    public void The_oracle_knows_only_its_own_card()
    {
        foreach (var set in InformationSets.Of(s_game, 1)!)
        {
            var same = GameStates.From(s_game.Start(1)).Where(state => state.Phase is Phase.Choice { Seats: [var seat] } && seat == set.Seat && state.Knows(seat) == set.Knows).ToArray();

            Assert.HasCount(2, same);
            Assert.AreEqual(s_game.Perfect(same[0], set.Seat), s_game.Perfect(same[1], set.Seat));
            Assert.AreEqual(1, s_game.Perfect(same[0], set.Seat).Sum(move => move.Probability), 1e-12);
        }
    }

    [TestMethod]
    public void A_table_of_what_was_asked_at_each_set_is_a_strategy()
    {
        var table = InformationSets.Of(s_game, 1)!.ToDictionary(set => set.Knows, set => s_game.Perfect(set.State, set.Seat));

        Assert.AreEqual(0, Exploitability.Of(s_game.Start(1), Strategies.Table(table)).NashConv, 1e-12);
    }

    [TestMethod]
    public void A_policy_can_be_asked_at_each_set()
    {
        foreach (var set in InformationSets.Of(s_game, 1)!)
        {
            var match = set.Reach("kuhn-poker");

            Assert.AreEqual(set.State, GameTable.State(set.Example, match));
            Assert.AreEqual(new Turn.Say(set.Seat, 1), GameTable.Next(set.Example, match));
            Assert.AreEqual($"{s_game.Roles[set.Seat]} {set.Knows[1]}", match.Episodes[set.Seat].Transcript[0].Text);
        }
    }
}
