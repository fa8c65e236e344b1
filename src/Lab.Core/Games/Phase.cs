namespace Lab.Core;

/// <summary>What happens in a state of a game. A closed union.</summary>
public abstract record Phase
{
    private Phase()
    {
    }

    /// <summary>These seats move; where there are several, none sees what the others choose.</summary>
    public sealed record Choice(EquatableArray<int> Seats) : Phase;

    /// <summary>Chance moves: one of these happens. The probabilities are positive and sum to 1.</summary>
    public sealed record Chance(EquatableArray<Possibility> Possibilities) : Phase;

    /// <summary>The game is over, with this payoff for each seat.</summary>
    public sealed record Over(EquatableArray<double> Payoffs) : Phase;
}

/// <summary>A move and how likely it is.</summary>
/// <param name="Move">Its canonical text.</param>
/// <param name="Probability">In [0, 1].</param>
public readonly record struct Possibility(string Move, double Probability);
