namespace Lab.Core;

/// <summary>A state of a game: immutable, so that whoever holds it can look ahead. It knows everything; what the seats may know is said apart.</summary>
public abstract record GameState
{
    /// <summary>What happens here.</summary>
    public abstract Phase Phase { get; }

    /// <summary>
    /// The legal moves of a seat that moves here, each in its canonical text of printable ASCII without a newline, in a fixed
    /// order; empty for any other seat. What a seat knows determines them.
    /// </summary>
    public abstract EquatableArray<string> Moves(int seat);

    /// <summary>The next state.</summary>
    /// <param name="moves">A legal move for each seat that moves here, in the phase's order; of chance, what happened.</param>
    public abstract GameState After(params EquatableArray<string> moves);

    /// <summary>
    /// The seat's information state, as text: two states that the seat cannot tell apart have the same, and a seat that has the
    /// same has made the same moves and seen the same sights (perfect recall). No two seats' are ever equal.
    /// </summary>
    public abstract string Knows(int seat);

    /// <summary>What the seat has been shown since it was told its role, in order: by default, what the others did.</summary>
    public abstract EquatableArray<string> Sights(int seat);

    /// <summary>
    /// What matters for the rest of the game: states with equal positions go on alike, however they came about. A board, where
    /// there is one.
    /// </summary>
    public virtual object Position => this;
}
