using System.Text;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

/// <summary>
/// golden/games: one match at random of each game, with every prompt, legal list and sight. Where one differs, the new text stands
/// beside it in the output folder: read it, and keep it if that is what the game should say.
/// </summary>
[TestClass]
public sealed class PlaythroughTests
{
    [TestMethod]
    public void Tic_tac_toe_reads_as_it_did() => Compare("tic-tac-toe", new TicTacToe(new()));

    [TestMethod]
    public void Kuhn_poker_reads_as_it_did() => Compare("kuhn-poker", new KuhnPoker(new()));

    [TestMethod]
    public void Nim_reads_as_it_did() => Compare("nim", new Nim(new()));

    [TestMethod]
    public void Rock_paper_scissors_reads_as_it_did() => Compare("rock-paper-scissors", new RockPaperScissors(new()));

    private static void Compare(string kind, IGame game)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "golden", "games")).FullName;
        var played = Play(kind, game);
        var kept = Path.Combine(folder, $"{kind}.txt");
        if (!File.Exists(kept) || File.ReadAllText(kept) != played)
        {
            File.WriteAllText(Path.Combine(folder, $"{kind}.new.txt"), played);
        }

        Assert.AreEqual(File.Exists(kept) ? File.ReadAllText(kept) : "", played);
    }

    private static string Play(string kind, IGame game)
    {
        var problem = (GameProblem)game.Pose(1, 1);
        var match = Match.Begin(kind, problem);
        var text = new StringBuilder($"{kind}, seed 1\n");
        foreach (var episode in match.Episodes)
        {
            text.Append($"seat {episode.Seat} is told: {episode.Last.Text}\n");
        }

        for (var turn = 0; ; turn++)
        {
            var next = game.Next(problem, match);
            var state = GameTable.State(problem, match);
            switch (next)
            {
                case Turn.Say say:
                    var legal = state.Moves(say.Seat);
                    var move = legal[Draw.From(1).Below(legal.Count, turn)];
                    text.Append($"seat {say.Seat} knows {state.Knows(say.Seat)}, may say {string.Join(' ', legal)} in {say.MaxTokens} characters, and says: {move}\n");
                    match = match.Append(say.Seat, Segment.Say(new TextPart(move)));
                    break;
                case Turn.Observe sight:
                    match = match.Append(sight.Seat, new(Role.Observed, sight.Parts));
                    text.Append($"seat {sight.Seat} is shown: {match.Episodes[sight.Seat].Last.Text}\n");
                    break;
                default:
                    Assert.AreEqual(new Turn.End(), next);
                    return text.ToString();
            }
        }
    }
}
