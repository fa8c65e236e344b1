using System.Collections.Concurrent;

namespace Lab.Core;

/// <summary>
/// What positions are worth in a game of perfect information in which one seat moves at a time. A seat whose strategy is given
/// plays it, which has to depend on the position alone; any other plays as well as can be: minimax, where none is given.
/// Thread-safe. It remembers every position.
/// </summary>
/// <param name="given">A strategy for each seat, or null; left out, all are null.</param>
public sealed class BackwardInduction(params Strategy?[] given)
{
    // Two sums in another order differ by less, two payoffs by more.
    private const double Tie = 1e-9;
    private readonly ConcurrentDictionary<object, EquatableArray<double>> _values = new();

    /// <summary>What each seat gets on average from here on.</summary>
    /// <exception cref="NotSupportedException">Several seats move at once.</exception>
    public EquatableArray<double> Value(GameState state)
    {
        var position = state.Position;
        if (!_values.TryGetValue(position, out var value))
        {
            value = Work(state);
            _values[position] = value;
        }

        return value;
    }

    /// <summary>The moves that give the one who moves the most.</summary>
    /// <param name="state">A state in which one seat moves.</param>
    /// <exception cref="NotSupportedException">Several seats move at once.</exception>
    public EquatableArray<string> Best(GameState state)
    {
        var seat = Mover(state);
        var moves = state.Moves(seat);
        double[] values = [.. moves.Select(move => Value(state.After(move))[seat])];
        var most = values.Max();
        return [.. moves.Where((_, index) => values[index] > most - Tie)];
    }

    private static int Mover(GameState state) => state.Phase is Phase.Choice { Seats: [var seat] } ? seat
        : throw new NotSupportedException("backward induction needs one seat to move at a time");

    private EquatableArray<double> Work(GameState state)
    {
        if (state.Phase is Phase.Over over)
        {
            return over.Payoffs;
        }

        if (state.Phase is Phase.Chance || given.ElementAtOrDefault(Mover(state)) is not null)
        {
            var branches = Lookahead.Next(state, (at, seat) => given[seat]!(at, seat)).Select(branch => (Value: Value(branch.State), branch.Probability)).ToArray();
            return [.. Enumerable.Range(0, branches[0].Value.Count).Select(seat => branches.Sum(branch => branch.Probability * branch.Value[seat]))];
        }

        var mover = Mover(state);
        return state.Moves(mover).Select(move => Value(state.After(move))).MaxBy(value => value[mover]);
    }
}
