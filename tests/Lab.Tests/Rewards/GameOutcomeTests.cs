using Lab.Core;
using Lab.Environments;
using Lab.Rewards;

namespace Lab.Tests;

[TestClass]
public sealed class GameOutcomeTests
{
    private static readonly TicTacToe s_game = new(new());

    // Tic-tac-toe pays 1, 0 or -1; an illegal move costs half a point more than any legal line.
    [TestMethod]
    [DataRow(new[] { "1", "2", "4", "5", "7" }, 1.0, -1.0, DisplayName = "the first to move has a column")]
    [DataRow(new[] { "1", "2", "4", "5", "9", "8" }, -1.0, 1.0, DisplayName = "the second one has")]
    [DataRow(new[] { "1", "2", "3", "5", "4", "6", "8", "7", "9" }, 0.0, 0.0, DisplayName = "nobody has")]
    [DataRow(new[] { "1", "1" }, 0.0, -1.5, DisplayName = "the second one moves where somebody stands")]
    [DataRow(new[] { "nonsense" }, -1.5, 0.0, DisplayName = "the first one does not move at all, which ends it for the other")]
    public async Task It_is_what_the_match_paid(string[] moves, double first, double second)
    {
        var match = await Play(moves);
        Assert.AreEqual(first, await Score(new(), match.Episodes[0]));
        Assert.AreEqual(second, await Score(new(), match.Episodes[1]));
    }

    [TestMethod]
    public async Task A_match_that_another_ended_is_no_loss()
    {
        var match = await Play("nonsense");
        Assert.AreEqual(StopReason.EndedByOther, match.Episodes[1].StopReason);
        Assert.IsGreaterThanOrEqualTo(0, await Score(new(), match.Episodes[1]));
    }

    [TestMethod]
    [DataRow(7.0, 5.0)]
    [DataRow(-7.0, -5.0)]
    [DataRow(4.5, 4.5)]
    public async Task More_than_the_most_counts_as_the_most(double payoff, double expected) =>
        Assert.AreEqual(expected, await Score(new() { Most = 5 }, (await Play("nonsense")).Episodes[0] with { Verdict = Verdict.Wrong(null, "lost", new Fact("payoff", payoff)) }));

    [TestMethod]
    public async Task It_keeps_what_a_reward_function_promises()
    {
        Assert.AreEqual("payoff", new GameOutcome(new()).Reads.Single());
        foreach (var facts in new FactDeclaration[][] { [], [new("payoff", -1e300, 1e300, "")], [new("payoff", -1.5, 1, ""), new("result", -1, 1, "")] })
        {
            var checks = await RewardConformance.Examine(new GameOutcome(new() { Most = 1000 }), facts, default);
            CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
        }
    }

    private static async Task<Match> Play(params string[] moves)
    {
        return await new Referee("tic-tac-toe", s_game, Toolbox.Empty, new()).Play(GameTable.Pose(s_game, 1, 1), ScriptedPlayer.InTurn(moves), Draw.From(1), CancellationToken.None);
    }

    private static async Task<double> Score(OutcomeOptions options, Episode episode) =>
        (await new GameOutcome(options).Score(GameTable.Pose(s_game, 1, 1), episode, default)).Value;
}
