namespace Lab.Core;

/// <summary>What happens next in a match. A closed union.</summary>
public abstract record Turn
{
    private Turn()
    {
    }

    /// <summary>A seat speaks. Two of these in a row, with no observation between, are simultaneous moves.</summary>
    /// <param name="Seat">Who.</param>
    /// <param name="MaxTokens">At most this many tokens; null leaves it to the experiment's limits.</param>
    public sealed record Say(int Seat, int? MaxTokens = null) : Turn;

    /// <summary>A tool runs, and the seat observes what it returns.</summary>
    public sealed record Call(int Seat, CallPart Wish) : Turn;

    /// <summary>A seat is shown something.</summary>
    public sealed record Observe(int Seat, EquatableArray<Part> Parts) : Turn;

    /// <summary>The match is over.</summary>
    /// <param name="Offender">The seat whose illegal move ended it, if one did.</param>
    public sealed record End(int? Offender = null) : Turn;
}
