namespace Lab.Core;

/// <summary>A place in a game where a seat chooses, and one way to come there.</summary>
/// <param name="Seat">Who chooses.</param>
/// <param name="State">A state in which it does.</param>
/// <param name="Example">A match whose opening leads there.</param>
public sealed record Situation(int Seat, GameState State, GameProblem Example)
{
    /// <summary>Histories of a game beyond which its exact numbers are not worked out.</summary>
    public const int MostHistories = 50_000;

    /// <summary>What the seat knows.</summary>
    public string Knows => State.Knows(Seat);

    /// <summary>What it may do.</summary>
    public EquatableArray<string> Moves => State.Moves(Seat);

    /// <summary>The match come to this place: its opening made, everything shown. The seat's episode is what a policy is asked with.</summary>
    /// <param name="kind">The game's kind.</param>
    public Match Reach(string kind)
    {
        var match = Match.Begin(kind, Example);
        while (true)
        {
            switch (GameTable.Next(Example, match))
            {
                case Turn.Observe sight:
                    match = match.Append(sight.Seat, new(Role.Observed, sight.Parts));
                    break;
                case Turn.Force force:
                    match = match.Append(force.Seat, Referee.Ended(new(Role.Said, force.Parts) { Forced = true }, force.MaxTokens));
                    break;
                default:
                    return match;
            }
        }
    }

    /// <summary>The situations of a state: one for each seat that moves there.</summary>
    internal static IEnumerable<Situation> Of((GameState State, GameProblem Example) history) =>
        history.State.Phase is Phase.Choice choice ? choice.Seats.Select(seat => new Situation(seat, history.State, history.Example)) : [];
}
