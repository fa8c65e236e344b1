namespace Lab.Core;

/// <summary>What happens next in a match. A closed union.</summary>
public abstract record Turn
{
    private Turn()
    {
    }

    /// <summary>A seat speaks. Two of these in a row, with no observation between, are simultaneous moves.</summary>
    /// <param name="Seat">Who.</param>
    /// <param name="MaxTokens">
    /// The turn's own length: it is over with the last of so many tokens, without an end mark. Null leaves it to the end mark and
    /// to the experiment's limits.
    /// </param>
    public sealed record Say(int Seat, int? MaxTokens = null) : Turn;

    /// <summary>The lab speaks for a seat, as in the opening of a game: nobody chose it, and nothing is learned from it.</summary>
    /// <param name="Seat">For whom.</param>
    /// <param name="Parts">What.</param>
    /// <param name="MaxTokens">The turn's own length, as if the seat had spoken.</param>
    public sealed record Force(int Seat, EquatableArray<Part> Parts, int? MaxTokens = null) : Turn;

    /// <summary>A tool runs, and the seat observes what it returns.</summary>
    public sealed record Call(int Seat, CallPart Wish) : Turn;

    /// <summary>A seat is shown something.</summary>
    public sealed record Observe(int Seat, EquatableArray<Part> Parts) : Turn;

    /// <summary>The match is over.</summary>
    /// <param name="Offenders">The seats whose illegal moves ended it, if any did: of several who moved at once, all.</param>
    public sealed record End(params EquatableArray<int> Offenders) : Turn;
}
