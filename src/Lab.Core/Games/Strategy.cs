namespace Lab.Core;

/// <summary>How a seat plays: its moves and how likely each is. It depends on what the seat knows and on nothing else.</summary>
/// <param name="state">A state in which the seat moves.</param>
/// <param name="seat">Who.</param>
/// <returns>Legal moves, each once; the probabilities sum to 1. A move that is not in it is never made.</returns>
public delegate EquatableArray<Possibility> Strategy(GameState state, int seat);

/// <summary>Makes strategies.</summary>
public static class Strategies
{
    /// <summary>Any legal move, equally likely.</summary>
    public static EquatableArray<Possibility> Uniform(GameState state, int seat) => Among(state.Moves(seat));

    /// <summary>What was written down for each information set (<see cref="GameState.Knows"/>: no two seats' are equal).</summary>
    public static Strategy Table(IReadOnlyDictionary<string, EquatableArray<Possibility>> moves) => (state, seat) => moves[state.Knows(seat)];

    /// <summary>Both, at each choice the other one with this probability.</summary>
    /// <param name="one">How it plays else.</param>
    /// <param name="other">How it plays now and then.</param>
    /// <param name="share">How often, in [0, 1].</param>
    public static Strategy Mix(Strategy one, Strategy other, double share) => (state, seat) =>
    {
        var (often, rarely) = (one(state, seat), other(state, seat));
        return [.. state.Moves(seat).Select(move => new Possibility(move, ((1 - share) * Of(often, move)) + (share * Of(rarely, move))))];
    };

    /// <summary>These moves, equally likely.</summary>
    public static EquatableArray<Possibility> Among(EquatableArray<string> moves) => [.. moves.Select(move => new Possibility(move, 1.0 / moves.Count))];

    /// <summary>How likely a move is.</summary>
    public static double Of(EquatableArray<Possibility> possibilities, string move) => possibilities.Sum(possibility => possibility.Move == move ? possibility.Probability : 0);
}
