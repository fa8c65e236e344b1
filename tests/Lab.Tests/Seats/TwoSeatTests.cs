using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class TwoSeatTests
{
    [TestMethod]
    [DataRow("h", "h", true)]
    [DataRow("t", "t", true)]
    [DataRow("h", "t", false)]
    [DataRow("t", "h", false)]
    public async Task Matching_pennies_are_won_by_one_seat(string first, string second, bool firstWins)
    {
        var match = await Pennies(ScriptedPlayer.Saying(first), ScriptedPlayer.Saying(second));

        Assert.AreEqual(firstWins, match.Episodes[0].Verdict!.IsCorrect);
        Assert.AreEqual(!firstWins, match.Episodes[1].Verdict!.IsCorrect);
        Assert.AreEqual(0.0, match.Episodes.Sum(episode => episode.Verdict!.Fact("payoff")));
    }

    [TestMethod]
    public async Task Simultaneous_moves_see_nothing_of_each_other()
    {
        var players = new[] { ScriptedPlayer.Saying("h"), ScriptedPlayer.Saying("t") };
        var match = await Pennies(players[0], players[1]);

        foreach (var seat in new[] { 0, 1 })
        {
            Assert.AreEqual(Role.Prompt, players[seat].Asked.Single().SoFar.Transcript.Single().Role);
            Assert.AreEqual<EquatableArray<Role>>([Role.Prompt, Role.Said, Role.Observed], match.Episodes[seat].Transcript.Select(segment => segment.Role).ToEquatableArray());
        }

        Assert.AreEqual("t", match.Episodes[0].Last.Text);
        Assert.AreEqual("h", match.Episodes[1].Last.Text);
    }

    [TestMethod]
    public async Task A_seat_sees_the_other_ones_move_before_its_own()
    {
        // 5 stones (seed 1): 3, then 2 takes the last.
        var players = new[] { ScriptedPlayer.Saying("3"), ScriptedPlayer.Saying("2") };
        var match = await Stones(1, players);

        Assert.AreEqual("5 stones, you move second.", match.Episodes[1].Transcript[0].Text);
        Assert.AreEqual("3", players[1].Asked.Single().SoFar.Last.Text);
        Assert.IsFalse(match.Episodes[0].Verdict!.IsCorrect);
        Assert.IsTrue(match.Episodes[1].Verdict!.IsCorrect);
        Assert.IsTrue(match.Episodes.All(episode => episode.StopReason == StopReason.Answered));
    }

    [TestMethod]
    [DataRow("4", DisplayName = "more than the rules allow")]
    [DataRow("0")]
    [DataRow("all", DisplayName = "no number")]
    [DataRow("", DisplayName = "silence")]
    public async Task An_illegal_move_is_the_offenders_and_ends_the_match_for_the_other(string move)
    {
        var match = await Stones(1, ScriptedPlayer.Saying("1"), ScriptedPlayer.Saying(move));

        Assert.AreEqual(StopReason.EndedByOther, match.Episodes[0].StopReason);
        Assert.AreEqual(StopReason.Malformed, match.Episodes[1].StopReason);
        Assert.AreEqual(Outcome.Wrong, match.Episodes[1].Verdict!.Outcome);
        Assert.IsFalse(match.Episodes[0].IsLearnable);
        Assert.IsTrue(match.Episodes[1].IsLearnable);
    }

    [TestMethod]
    public async Task Taking_more_than_there_is_is_illegal()
    {
        var match = await Stones(1, ScriptedPlayer.Saying("3"), ScriptedPlayer.Saying("3"));

        Assert.AreEqual(StopReason.Malformed, match.Episodes[1].StopReason);
    }

    [TestMethod]
    [DataRow(Ending.OutOfTokens, StopReason.OutOfTokens)]
    [DataRow(Ending.Malformed, StopReason.Malformed)]
    public async Task What_ends_one_seat_ends_the_other_by_it(Ending ending, StopReason reason)
    {
        var match = await Pennies(ScriptedPlayer.Saying("h"), new(Segment.Say(new TextPart("t")) with { Ending = ending }));

        Assert.AreEqual(StopReason.EndedByOther, match.Episodes[0].StopReason);
        Assert.AreEqual(reason, match.Episodes[1].StopReason);
    }

    [TestMethod]
    public async Task Too_many_turns_are_nobodys_fault()
    {
        var match = await new Referee("take-away", new TakeAway(), Toolbox.Empty, new() { Turns = 4 })
            .Play(new TakeAway().Pose(16, 1), [ScriptedPlayer.Saying("1", "1"), ScriptedPlayer.Saying("1", "1")], default, default);

        Assert.IsTrue(match.Episodes.All(episode => episode is { StopReason: StopReason.LimitExceeded, Verdict.Outcome: Outcome.Wrong }));
    }

    private static Task<Match> Pennies(ScriptedPlayer first, ScriptedPlayer second) =>
        new Referee("pennies", new MatchingPennies(), Toolbox.Empty, new()).Play(new MatchingPennies().Pose(1, 1), [first, second], default, default);

    private static Task<Match> Stones(ulong seed, params ScriptedPlayer[] players) =>
        new Referee("take-away", new TakeAway(), Toolbox.Empty, new()).Play(new TakeAway().Pose(seed, 1), players, default, default);
}
