namespace Lab.Core;

/// <summary>What may follow a state.</summary>
internal static class Lookahead
{
    /// <summary>Whether the seat moves here.</summary>
    public static bool Moves(GameState state, int seat) => state.Phase is Phase.Choice { Seats: var seats } && seats.Contains(seat);

    /// <summary>The states that may come next, by the moves that lead there, and how likely each is; none where it is impossible.</summary>
    /// <param name="state">Where.</param>
    /// <param name="play">How the seats that move here play.</param>
    public static IEnumerable<(GameState State, double Probability)> Next(GameState state, Strategy play) => state.Phase switch
    {
        Phase.Chance chance => chance.Possibilities.Select(possibility => (state.After(possibility.Move), possibility.Probability)),
        Phase.Choice choice => Joint(choice.Seats.Select(seat => play(state, seat))).Select(joint => (state.After(joint.Moves), joint.Probability)),
        _ => [],
    };

    /// <summary>Every way to make one move for each seat, in order, with the product of their probabilities where that is above 0.</summary>
    public static IEnumerable<(EquatableArray<string> Moves, double Probability)> Joint(IEnumerable<EquatableArray<Possibility>> seats) =>
        seats.Aggregate<EquatableArray<Possibility>, IEnumerable<(EquatableArray<string> Moves, double Probability)>>([([], 1)], (before, moves) =>
            from one in before
            from move in moves
            where move.Probability > 0
            select (one.Moves.Add(move.Move), one.Probability * move.Probability));
}
