using Lab.Core;
using Lab.Environments;
using Lab.Experiments;
using Lab.Learning;

namespace Lab.Tests;

/// <summary>What an iteration of a game counts: what is learned from, seat by seat.</summary>
[TestClass]
public sealed class SeatMetricsTests
{
    [TestMethod]
    public async Task What_another_seat_ended_counts_for_neither_reward_nor_seat()
    {
        // X wins 1, O loses 1; then O moves where X stands: -1.5, and nothing for X.
        var metrics = Of(await Play("1", "4", "2", "5", "3"), await Play("1", "1"));

        Assert.AreEqual((1 - 1 - 1.5) / 3, metrics["reward.total"], 1e-12);
        Assert.AreEqual((1.0, 1.0, 0.0, 0.0, 0.0, 3.0), Seat(metrics, 1), "one match, in three moves");
        Assert.AreEqual((-1.25, 0.0, 0.0, 0.5, 0.5, 1.5), Seat(metrics, 2), "two matches, the second one ended by its fault");
    }

    [TestMethod]
    public async Task A_drawn_match_is_neither_won_nor_illegal()
    {
        var metrics = Of(await Play("1", "2", "3", "5", "4", "6", "8", "7", "9"));

        Assert.AreEqual((0.0, 0.0, 1.0, 0.0, 0.0, 5.0), Seat(metrics, 1));
        Assert.AreEqual((0.0, 0.0, 1.0, 0.0, 0.0, 4.0), Seat(metrics, 2));
    }

    [TestMethod]
    public async Task The_entropy_of_a_seat_is_estimated_from_what_it_sampled()
    {
        // X says two tokens at -0.5 and -1.5, then two more at -4 and -2, and wins; O is a script.
        var x = new ScriptedPlayer(Sampled("1", -0.5f, -1.5f), Sampled("2", -4), Sampled("3", -2));
        var metrics = Of(await Play(x, ScriptedPlayer.Saying("4", "5")));

        Assert.AreEqual(2, metrics["seat.1.entropy"], 1e-12);
        Assert.AreEqual(-1, metrics["seat.2.payoff"]);
        Assert.IsFalse(metrics.ContainsKey("seat.2.entropy"), "a script samples nothing");

        static Segment Sampled(string text, params float[] probabilities) =>
            Segment.Say(new TextPart(text)) with { Said = new([.. probabilities.Select(_ => 1)], [.. probabilities], [.. probabilities], "0") };
    }

    private static (double Payoff, double Won, double Drawn, double Lost, double Illegal, double Turns) Seat(OrderedDictionary<string, double> metrics, int seat) =>
        (metrics[$"seat.{seat}.payoff"], metrics[$"seat.{seat}.won"], metrics[$"seat.{seat}.drawn"], metrics[$"seat.{seat}.lost"], metrics[$"seat.{seat}.illegal"], metrics[$"seat.{seat}.turns"]);

    private static OrderedDictionary<string, double> Of(params Match[] matches)
    {
        var groups = matches.SelectMany(match => match.Episodes.Select(episode => new Group(match.Problem, [Scored(episode)]))).ToArray();
        return IterationMetrics.Of(groups, new UpdateReport(), new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), null, []);
    }

    private static Episode Scored(Episode episode)
    {
        var payoff = episode.Verdict!.Fact(GameTable.Payoff) ?? 0;
        return episode with { Scores = [new("outcome", payoff, 1)] };
    }

    private static Task<Match> Play(params string[] moves) => Play(ScriptedPlayer.InTurn(moves));

    private static Task<Match> Play(params ScriptedPlayer[] players)
    {
        var game = new TicTacToe(new());
        return new Referee("tic-tac-toe", game, Toolbox.Empty, new()).Play(GameTable.Pose(game, 1, 1), players, Draw.From(1), CancellationToken.None);
    }
}
