using Lab.Core;
using Lab.Environments;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Tests;

[TestClass]
public sealed class GameTableTests
{
    private static readonly KuhnPoker s_kuhn = new(new());
    private static readonly TicTacToe s_cells = new(new());
    private static readonly RockPaperScissors s_hands = new(new());

    [TestMethod]
    [DataRow("x")]
    [DataRow("P")]
    [DataRow("p ")]
    [DataRow("")]
    [DataRow("won 2")]
    public async Task An_illegal_move_costs_more_than_any_legal_line(string move)
    {
        var match = await Play(s_kuhn, Pose(s_kuhn), ScriptedPlayer.Saying(move), ScriptedPlayer.Saying("p"));

        var (offender, other) = (match.Episodes[0], match.Episodes[1]);
        Assert.AreEqual((StopReason.Malformed, -2.5, -1.0, 1.0), (offender.StopReason, offender.Verdict!.Fact("payoff"), offender.Verdict.Fact("result"), offender.Verdict.Fact("illegal")));
        Assert.AreEqual(StopReason.EndedByOther, other.StopReason);
        Assert.IsTrue(offender.IsLearnable);
        Assert.IsFalse(other.IsLearnable);
        Assert.IsEmpty(other.Verdict!.Facts);
    }

    [TestMethod]
    [DataRow("r", "x", StopReason.EndedByOther, StopReason.Malformed)]
    [DataRow("x", "r", StopReason.Malformed, StopReason.EndedByOther)]
    [DataRow("x", "x", StopReason.Malformed, StopReason.Malformed, DisplayName = "of two at once, both seats'")]
    public async Task An_illegal_move_at_once_with_another_is_its_seats(string first, string second, StopReason firsts, StopReason seconds)
    {
        var match = await Play(s_hands, Pose(s_hands), ScriptedPlayer.Saying(first), ScriptedPlayer.Saying(second));

        CollectionAssert.AreEqual(new[] { firsts, seconds }, match.Episodes.Select(episode => episode.StopReason).ToArray());
        foreach (var episode in match.Episodes)
        {
            Assert.AreEqual(episode.StopReason == StopReason.Malformed ? -1.5 : null, episode.Verdict!.Fact("payoff"));
        }
    }

    [TestMethod]
    public async Task Each_seat_sees_the_others_moves_and_the_result_last()
    {
        var match = await Play(s_kuhn, Pose(s_kuhn, "KJ"), ScriptedPlayer.Saying("p", "b"), ScriptedPlayer.Saying("b"));

        Assert.AreEqual("first K|p|b|b|won 2", Line(match.Episodes[0]));
        Assert.AreEqual("second J|p|b|b|lost -2", Line(match.Episodes[1]));
        Assert.AreEqual((2.0, 1.0, 0.0), Facts(match.Episodes[0]));
        Assert.AreEqual((-2.0, -1.0, 0.0), Facts(match.Episodes[1]));
        Assert.IsTrue(match.Episodes[0].Verdict!.IsCorrect);
        Assert.IsFalse(match.Episodes[1].Verdict!.IsCorrect);
    }

    [TestMethod]
    public async Task A_draw_pays_0_and_is_learned_from()
    {
        var match = await Play(s_hands, Pose(s_hands), ScriptedPlayer.Saying("r"), ScriptedPlayer.Saying("r"));

        Assert.AreEqual("second|r|r|drawn 0", Line(match.Episodes[1]));
        Assert.IsTrue(match.Episodes.All(episode => episode.IsLearnable && Facts(episode) == (0, 0, 0)));
    }

    [TestMethod]
    public async Task Simultaneous_moves_see_nothing_of_each_other()
    {
        var players = new[] { ScriptedPlayer.Saying("r"), ScriptedPlayer.Saying("p") };
        var match = await Play(s_hands, Pose(s_hands), players);

        foreach (var player in players)
        {
            Assert.AreEqual(Role.Prompt, player.Asked.Single().SoFar.Transcript.Single().Role);
            Assert.AreEqual(1, player.Asked.Single().MaxTokens);
        }

        Assert.AreEqual("first|r|p|lost -1", Line(match.Episodes[0]));
    }

    [TestMethod]
    public async Task Only_the_last_line_counts_and_crosses_the_table_where_a_seat_may_think()
    {
        var duel = new Duel { Thinks = true };
        var players = new[] { ScriptedPlayer.Saying("the other side resigns\nwon 2\nr", "s"), ScriptedPlayer.Saying("hm\nf") };
        var match = await Play(duel, Pose(duel, "hl"), players);

        Assert.AreEqual(1024, players[0].Asked[0].MaxTokens, "no length but the limit");
        StringAssert.StartsWith(Line(match.Episodes[1]), "second l|r|hm\nf|s|");
        Assert.AreEqual((2.0, 1.0, 0.0), Facts(match.Episodes[0]));
        match = await Play(duel, Pose(duel, "hl"), ScriptedPlayer.Saying("r\nor not"), ScriptedPlayer.Saying("f"));
        Assert.AreEqual(1.0, match.Episodes[0].Verdict!.Fact("illegal"));
    }

    [TestMethod]
    public async Task An_opening_stands_in_the_transcript_and_is_not_trained()
    {
        var problem = Pose(s_cells) with { Opening = ["1", "5", "2"] };
        var players = new[] { ScriptedPlayer.Saying("3"), ScriptedPlayer.Saying("9") };
        var match = await Play(s_cells, problem, players);

        Assert.AreEqual("X|1|5|2|9|3|won 1", Line(match.Episodes[0]));
        Assert.AreEqual("O|1|5|2|9|3|lost -1", Line(match.Episodes[1]));
        CollectionAssert.AreEqual(new[] { true, true, false }, match.Episodes[0].Transcript.Where(segment => segment.Role == Role.Said).Select(segment => segment.Forced).ToArray());
        CollectionAssert.AreEqual(new[] { true, false }, match.Episodes[1].Transcript.Where(segment => segment.Role == Role.Said).Select(segment => segment.Forced).ToArray());
        Assert.AreEqual(1, players[0].Asked.Count);
        // Of X only the last of its moves is learned, one token without an end mark.
        var row = TrainingRow.From(match.Episodes[0], new Renderer([]));
        Assert.AreEqual(1, row.SaidCount);
        Assert.IsTrue(row.Said[^1]);
        Assert.AreEqual(CharacterTokenizer.Encode('3'), row.Tokens[^1]);
    }

    [TestMethod]
    public void Openings_are_legal_and_end_before_the_game_does()
    {
        for (var index = 0; index < 50; index++)
        {
            var opened = Pose(s_cells).Open(9, Draw.From(1).At(index));
            var state = opened.Opening.Aggregate(opened.Dealt, (state, move) => state.Moves(0).Concat(state.Moves(1)).Contains(move) ? state.After(move) : throw new AssertFailedException(move));

            Assert.IsInstanceOfType<Phase.Choice>(state.Phase);
            Assert.IsGreaterThanOrEqualTo(4, opened.Opening.Count);
            Assert.AreEqual(opened.Opening, Pose(s_cells).Open(9, Draw.From(1).At(index)).Opening);
        }

        Assert.HasCount(3, Pose(s_cells).Open(3, Draw.From(1)).Opening);
        Assert.IsEmpty(Pose(s_hands).Open(3, Draw.From(1)).Opening, "both choose at once, and the game is over");
    }

    [TestMethod]
    public async Task A_move_of_full_length_needs_no_end_mark_and_a_shorter_one_is_cut()
    {
        var nim = new Nim(new());
        var problem = Pose(nim, "100");
        var match = await Play(nim, problem, new ScriptedPlayer(Sampled("a1", Ending.OutOfTokens)), ScriptedPlayer.Saying());

        Assert.AreEqual(Ending.Full, match.Episodes[0].Transcript[1].Ending);
        Assert.AreEqual((1.0, 1.0, 0.0), Facts(match.Episodes[0]));
        match = await Play(nim, problem, new ScriptedPlayer(Sampled("a", Ending.OutOfTokens)), ScriptedPlayer.Saying());
        Assert.AreEqual(StopReason.OutOfTokens, match.Episodes[0].StopReason);
        Assert.AreEqual(-1.5, match.Episodes[0].Verdict!.Fact("payoff"));
    }

    [TestMethod]
    public async Task A_strategy_takes_a_seat()
    {
        var (uniform, perfect) = (StrategyPlayer.Uniform(), StrategyPlayer.Perfect(s_cells));
        var referee = new Referee("tic-tac-toe", s_cells, Toolbox.Empty, new());
        for (var index = 0; index < 20; index++)
        {
            var first = await referee.Play(Pose(s_cells), [perfect, uniform], Draw.From(1).At(index), default);
            var again = await referee.Play(Pose(s_cells), [perfect, uniform], Draw.From(1).At(index), default);
            var drawn = await referee.Play(Pose(s_cells), [perfect, perfect], Draw.From(1).At(index), default);

            Assert.AreEqual(first.Episodes, again.Episodes);
            Assert.IsGreaterThanOrEqualTo(0, first.Episodes[0].Verdict!.Fact("payoff")!.Value);
            Assert.AreEqual(0.0, drawn.Episodes[0].Verdict!.Fact("payoff"));
        }

        Assert.ThrowsExactly<ArgumentException>(() => uniform.Sit(new MatchingPennies().Pose(1, 1), 0, Draw.From(1)));
    }

    private static GameProblem Pose(IGame game, string? deal = null) => deal is null ? GameTable.Pose(game, 1, 1) : new(1, 1, game, game.Start(1).After(deal));

    private static Task<Match> Play(IGame game, GameProblem problem, params ScriptedPlayer[] players) =>
        new Referee("game", game, Toolbox.Empty, new()).Play(problem, players, Draw.From(1), default);

    private static Segment Sampled(string text, Ending ending) =>
        new(Role.Said, [new TextPart(text)], ending, new([.. text.Select(letter => CharacterTokenizer.Encode(letter))], [.. text.Select(_ => -0.5f)], [.. text.Select(_ => 0f)], "v"));

    private static string Line(Episode episode) => string.Join('|', episode.Transcript.Select(segment => segment.Text));

    private static (double? Payoff, double? Result, double? Illegal) Facts(Episode episode) =>
        (episode.Verdict!.Fact("payoff"), episode.Verdict.Fact("result"), episode.Verdict.Fact("illegal"));
}
