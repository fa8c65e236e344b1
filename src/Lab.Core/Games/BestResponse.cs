namespace Lab.Core;

/// <summary>The best that a seat can do against how the others play: one move for each of its information sets.</summary>
/// <remarks>Each set's move is worked out when it is first needed, after all that follow it: perfect recall sees to that.</remarks>
internal sealed class BestResponse(Strategy others, int seat)
{
    private readonly Dictionary<string, List<(GameState State, double Reach)>> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _moves = new(StringComparer.Ordinal);

    /// <summary>What the seat gets on average.</summary>
    public double Value(GameState start)
    {
        Collect(start, 1);
        return Expect(start);
    }

    // The states of each information set, with the probability that chance and the others bring them about.
    private void Collect(GameState state, double reach)
    {
        if (!Lookahead.Moves(state, seat))
        {
            foreach (var (next, probability) in Lookahead.Next(state, others))
            {
                Collect(next, reach * probability);
            }

            return;
        }

        var knows = state.Knows(seat);
        if (!_sets.TryGetValue(knows, out var set))
        {
            _sets[knows] = set = [];
        }

        set.Add((state, reach));
        foreach (var move in state.Moves(seat))
        {
            foreach (var (next, probability) in Lookahead.Next(state, Making(move)))
            {
                Collect(next, reach * probability);
            }
        }
    }

    private double Expect(GameState state) => state.Phase is Phase.Over over ? over.Payoffs[seat]
        : Sum(state, Lookahead.Moves(state, seat) ? Making(Best(state.Knows(seat))) : others);

    private double Sum(GameState state, Strategy play) => Lookahead.Next(state, play).Sum(next => next.Probability * Expect(next.State));

    private string Best(string knows)
    {
        if (!_moves.TryGetValue(knows, out var best))
        {
            var set = _sets[knows];
            best = set[0].State.Moves(seat).MaxBy(move => set.Sum(place => place.Reach * Sum(place.State, Making(move))))!;
            _moves[knows] = best;
        }

        return best;
    }

    private Strategy Making(string move) => (state, mover) => mover == seat ? [new(move, 1)] : others(state, mover);
}
