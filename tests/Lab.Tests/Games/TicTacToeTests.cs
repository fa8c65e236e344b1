using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

/// <summary>Tic-tac-toe against what independent programs count.</summary>
[TestClass]
public sealed class TicTacToeTests
{
    private static readonly TicTacToe s_game = new(new());

    [TestMethod]
    public void Its_positions_are_counted()
    {
        var positions = GameStates.Positions(s_game.Start(1));

        Assert.HasCount(5_478, positions);
        Assert.AreEqual(2_423, positions.Count(state => state.Phase is Phase.Choice { Seats: [0] }));
        Assert.AreEqual(2_097, positions.Count(state => state.Phase is Phase.Choice { Seats: [1] }));
        Assert.AreEqual(958, positions.Count(state => state.Phase is Phase.Over));
        Assert.AreEqual(626, positions.Count(state => state.Phase is Phase.Over { Payoffs: [1, -1] }));
        Assert.AreEqual(316, positions.Count(state => state.Phase is Phase.Over { Payoffs: [-1, 1] }));
        Assert.AreEqual(16, positions.Count(state => state.Phase is Phase.Over { Payoffs: [0, 0] }));
    }

    [TestMethod]
    public void Its_games_are_counted()
    {
        var (histories, won, lost, drawn) = (0, 0, 0, 0);
        foreach (var state in GameStates.From(s_game.Start(1)))
        {
            histories++;
            if (state.Phase is Phase.Over over)
            {
                _ = over.Payoffs[0] > 0 ? won++ : over.Payoffs[0] < 0 ? lost++ : drawn++;
            }
        }

        Assert.AreEqual((549_946, 255_168), (histories, won + lost + drawn));
        Assert.AreEqual((131_184, 77_904, 46_080), (won, lost, drawn));
    }

    [TestMethod]
    public void Every_position_can_be_asked_about_and_is_reached_by_its_example()
    {
        var positions = Positions.Of(s_game, 1)!;

        Assert.HasCount(4_520, positions);
        Assert.AreEqual(2_423, positions.Count(position => position.Seat == 0));
        Assert.AreEqual("", string.Concat(positions[0].Example.Opening));
        Assert.AreEqual("1", string.Concat(positions[1].Example.Opening));
        foreach (var position in positions.Where((_, index) => index % 50 == 0))
        {
            var match = position.Reach("tic-tac-toe");
            Assert.AreEqual(position.State, GameTable.State(position.Example, match));
            Assert.AreEqual(new Turn.Say(position.Seat, 1), GameTable.Next(position.Example, match));
        }
    }

    [TestMethod]
    public void All_nine_openings_draw()
    {
        var minimax = new BackwardInduction();
        var start = s_game.Start(1);

        Assert.AreEqual<EquatableArray<double>>([0, 0], minimax.Value(start));
        Assert.HasCount(9, minimax.Best(start));
        Assert.AreEqual<EquatableArray<string>>(start.Moves(0), [.. s_game.Perfect(start, 0).Select(move => move.Move)]);
    }

    [TestMethod]
    public void A_win_is_taken_and_a_threat_is_met()
    {
        // X 1 and 2, O 4 and 5: X wins at 3. Where X went to 9, O wins at 6; 3 meets the threat and makes two, which wins as well.
        var state = Played("1425");

        Assert.AreEqual<EquatableArray<Possibility>>([new("3", 1)], s_game.Perfect(state, 0));
        Assert.AreEqual<EquatableArray<Possibility>>([new("3", 0.5), new("6", 0.5)], s_game.Perfect(state.After("9"), 1));
        // X 1 and 2, O 5: O has to take 3.
        Assert.AreEqual<EquatableArray<Possibility>>([new("3", 1)], s_game.Perfect(Played("152"), 1));
    }

    [TestMethod]
    public void Uniform_play_favours_x()
    {

        var value = new BackwardInduction(Strategies.Uniform, Strategies.Uniform).Value(s_game.Start(1));
        Assert.AreEqual((737 / 1260.0) - (121 / 420.0), value[0], 1e-12);
        var (won, drawn, lost) = Outcomes(Strategies.Uniform, Strategies.Uniform);
        Assert.AreEqual(737 / 1260.0, won, 1e-12);
        Assert.AreEqual(8 / 63.0, drawn, 1e-12);
        Assert.AreEqual(121 / 420.0, lost, 1e-12);
    }

    [TestMethod]
    public void Perfect_play_beats_uniform_play_mostly()
    {
        var (won, drawn, lost) = Outcomes(s_game.Perfect, Strategies.Uniform);
        Assert.AreEqual(0.9678, won, 5e-5);
        Assert.AreEqual(0.0322, drawn, 5e-5);
        Assert.AreEqual(0, lost);
        (lost, drawn, won) = Outcomes(Strategies.Uniform, s_game.Perfect);
        Assert.AreEqual(0.7775, won, 5e-5);
        Assert.AreEqual(0.2225, drawn, 5e-5);
        Assert.AreEqual(0, lost);
    }

    [TestMethod]
    public void The_best_response_to_uniform_play_is_known()
    {
        Assert.AreEqual(191 / 192.0, new BackwardInduction(null, Strategies.Uniform).Value(s_game.Start(1))[0], 1e-12);
        Assert.AreEqual(874 / 945.0, new BackwardInduction(Strategies.Uniform, null).Value(s_game.Start(1))[1], 1e-12);
    }

    [TestMethod]
    public void The_tree_and_the_positions_tell_the_same()
    {
        // From the centre on, where the tree is small enough for its information sets.
        var found = Exploitability.Of(Played("5"), Strategies.Uniform);
        Assert.AreEqual(new BackwardInduction(Strategies.Uniform, Strategies.Uniform).Value(Played("5"))[0], found.Value[0], 1e-12);
        Assert.AreEqual(new BackwardInduction(null, Strategies.Uniform).Value(Played("5"))[0], found.BestResponses[0], 1e-12);
        Assert.AreEqual(new BackwardInduction(Strategies.Uniform, null).Value(Played("5"))[1], found.BestResponses[1], 1e-12);
    }

    [TestMethod]
    public void Uniform_play_is_optimal_in_58_of_100_positions() => Assert.AreEqual(
        0.5797,
        Positions.Of(s_game, 1)!.Average(position => s_game.Perfect(position.State, position.Seat).Count / (double)position.Moves.Count),
        5e-5);

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void A_perfect_seat_loses_no_line(int seat)
    {
        var lines = GameStates.Lines(s_game, 1, seat, state => s_game.Perfect(state, seat)[0].Move);

        Assert.AreEqual(0, lines.Lost);
        Assert.IsGreaterThan(50, lines.Lines);
    }

    [TestMethod]
    public void Lost_lines_are_counted_illegal_ones_among_them()
    {
        // After 1 and any of eight replies there is no legal move left to say; O has none from the start.
        Assert.AreEqual(new(8, 8), GameStates.Lines(s_game, 1, 0, state => state.Moves(0).Contains("1") ? "1" : "x"));
        Assert.AreEqual(new(9, 9), GameStates.Lines(s_game, 1, 1, _ => ""));
    }

    // The shares of matches that X wins, draws and loses.
    private static (double Won, double Drawn, double Lost) Outcomes(Strategy x, Strategy o)
    {
        var memo = new Dictionary<object, (double, double, double)>();
        return Of(s_game.Start(1));

        (double Won, double Drawn, double Lost) Of(GameState state)
        {
            if (memo.TryGetValue(state.Position, out var known))
            {
                return known;
            }

            if (state.Phase is Phase.Over over)
            {
                return (over.Payoffs[0] > 0 ? 1 : 0, over.Payoffs[0] == 0 ? 1 : 0, over.Payoffs[0] < 0 ? 1 : 0);
            }

            (double Won, double Drawn, double Lost) sum = default;
            var seat = ((Phase.Choice)state.Phase).Seats[0];
            foreach (var (move, probability) in seat == 0 ? x(state, 0) : o(state, 1))
            {
                var next = Of(state.After(move));
                sum = (sum.Won + (probability * next.Won), sum.Drawn + (probability * next.Drawn), sum.Lost + (probability * next.Lost));
            }

            return memo[state.Position] = sum;
        }
    }

    private static GameState Played(string cells) => cells.Aggregate(s_game.Start(1), (state, cell) => state.After(cell.ToString()));
}
