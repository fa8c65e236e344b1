using System.ComponentModel.DataAnnotations;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class NimTests
{
    private static readonly Nim s_sevens = new(new() { Heaps = [7, 7, 7] });

    [TestMethod]
    public void Of_511_positions_63_are_lost()
    {
        var starts = Starts(s_sevens).ToArray();

        Assert.HasCount(511, starts);
        Assert.AreEqual(63, starts.Count(start => Winning(s_sevens, start) == 0));
        Assert.AreEqual(0.156, starts.Where(start => Winning(s_sevens, start) > 0).Average(start => Winning(s_sevens, start) / (double)start.Moves(0).Count), 5e-4);
    }

    [TestMethod]
    [DataRow(new[] { 3, 4, 5 }, "a2", DisplayName = "only 3 to 1 wins")]
    [DataRow(new[] { 7, 5, 3 }, "a1 b1 c1", DisplayName = "three moves win, each takes one")]
    [DataRow(new[] { 4, 4 }, "a1 a2 a3 a4 b1 b2 b3 b4", DisplayName = "lost: anything goes")]
    [DataRow(new[] { 1, 3, 5, 7 }, "a1 b1 b2 b3 c1 c2 c3 c4 c5 d1 d2 d3 d4 d5 d6 d7", DisplayName = "lost")]
    public void The_oracle_knows_the_winning_moves(int[] heaps, string moves)
    {
        var game = new Nim(new() { Heaps = [.. heaps] });
        var start = game.Start(1).After(string.Concat(heaps));

        Assert.AreEqual(moves, string.Join(' ', game.Perfect(start, 0).Select(move => move.Move)));
        Assert.AreEqual(1, game.Perfect(start, 0).Sum(move => move.Probability), 1e-12);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void The_oracle_agrees_with_minimax(int maximumTake)
    {
        var game = new Nim(new() { Heaps = [3, 4, 5], MaximumTake = maximumTake });
        var minimax = new BackwardInduction();
        var positions = Positions.Of(game, 1)!;

        // 119 starts for the first seat; for the second all that a move leads to, which is all but the largest.
        Assert.HasCount(119 + 118, positions);
        foreach (var position in positions)
        {
            Assert.AreEqual(minimax.Best(position.State), [.. game.Perfect(position.State, position.Seat).Select(move => move.Move)]);
        }
    }

    [TestMethod]
    public void A_maximum_take_bounds_every_heap()
    {
        var game = new Nim(new() { Heaps = [1, 5], MaximumTake = 2 });

        Assert.AreEqual<EquatableArray<string>>(["a1", "b1", "b2"], game.Start(1).After("15").Moves(0));
    }

    [TestMethod]
    public void The_last_object_wins()
    {
        var state = s_sevens.Start(1).After("200").After("a1");

        Assert.AreEqual(new Phase.Choice([1]), state.Phase);
        Assert.AreEqual(new Phase.Over([-1, 1]), state.After("a1").Phase);
    }

    [TestMethod]
    public void The_prompt_shows_the_role_and_the_heaps()
    {
        var problem = new GameProblem(1, 1, s_sevens, s_sevens.Start(1).After("305"));

        Assert.AreEqual("second a3 b0 c5", ((TextPart)problem.Prompt(1)[0]).Text);
        Assert.AreEqual("first a3 b0 c5|second a3 b0 c5", problem.Key);
        Assert.AreEqual(new Turn.Say(0, 2), GameTable.Next(problem, Match.Begin("nim", problem)));
    }

    [TestMethod]
    public void Starts_are_held_out()
    {
        var source = new ProblemSource(s_sevens, new(new NimOptions().HeldOut));
        var held = source.Evaluate(20, Draw.From(1), 1).Select(problem => problem.Key).ToHashSet();
        var trained = Enumerable.Range(0, 500).Select(index => source.Train(Draw.From(2).At(index), 1).Key).ToHashSet();

        Assert.HasCount(20, held);
        Assert.IsFalse(held.Overlaps(trained));
    }

    [TestMethod]
    [DataRow(new[] { 0 }, "must be from 1 to 9 objects, not 0")]
    [DataRow(new[] { 3, 10 }, "must be from 1 to 9 objects, not 10")]
    [DataRow(new[] { 9, 9, 9, 9, 1 }, "must have at most 10000 positions: the product of each heap's objects and one")]
    public void Heaps_that_make_no_match_are_refused(int[] heaps, string message)
    {
        var options = new NimOptions { Heaps = [.. heaps] };

        Assert.AreEqual(message, options.Validate(new ValidationContext(options)).Single().ErrorMessage);
    }

    private static IEnumerable<GameState> Starts(Nim game) => ((Phase.Chance)game.Start(1).Phase).Possibilities.Select(start => game.Start(1).After(start.Move));

    // A move wins where every answer loses, told without a nim-sum: by minimax.
    private static int Winning(Nim game, GameState state) => state.Moves(0).Count(move => s_minimax.Value(state.After(move))[0] > 0);

    private static readonly BackwardInduction s_minimax = new();
}
