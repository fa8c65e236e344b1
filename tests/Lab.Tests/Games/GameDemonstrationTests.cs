using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class GameDemonstrationTests
{
    private const int Matches = 600;

    [TestMethod]
    public async Task Who_plays_any_legal_move_wins_as_uniform_play_does()
    {
        var (won, drawn) = await Demonstrate(skill: 0);

        // Uniform play: X wins 737/1260, 8/63 are drawn. Four standard errors of 600 matches are 8.0 and 5.4 points.
        Assert.AreEqual(737 / 1260.0, won, 0.080);
        Assert.AreEqual(8 / 63.0, drawn, 0.054);
    }

    [TestMethod]
    public async Task Who_plays_as_the_oracle_does_draws_every_match()
    {
        var (won, drawn) = await Demonstrate(skill: 1);

        Assert.AreEqual((0.0, 1.0), (won, drawn));
    }

    [TestMethod]
    public async Task Who_plays_so_half_of_the_time_is_between_the_two()
    {
        var (won, drawn) = await Demonstrate(skill: 0.5);

        Assert.IsTrue(won is > 0.2 and < 0.55, $"{won}");
        Assert.IsTrue(drawn is > 0.2 and < 0.7, $"{drawn}");
    }

    // How often the first seat wins, and how often nobody does.
    private static async Task<(double Won, double Drawn)> Demonstrate(double skill)
    {
        var game = new TicTacToe(new() { Skill = skill });
        var demonstrator = Demonstrator.Of(game)!;
        var referee = new Referee("tic-tac-toe", game, new Toolbox([]), new());
        var results = new List<double?>();
        for (ulong seed = 0; seed < Matches; seed++)
        {
            var match = await referee.Play(GameTable.Pose(game, seed, 1), [demonstrator, demonstrator], Draw.From(seed), CancellationToken.None);
            results.Add(match.Episodes[0].Verdict!.Fact(GameTable.Result));
        }

        Assert.IsTrue(results.All(result => result is not null), "every match is played to its end");
        return (results.Count(result => result == 1) / (double)Matches, results.Count(result => result == 0) / (double)Matches);
    }
}
