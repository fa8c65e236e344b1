namespace Lab.Core;

/// <summary>A place in a game where a seat chooses, and one way to come there.</summary>
/// <param name="Seat">Who chooses.</param>
/// <param name="State">A state in which it does.</param>
/// <param name="Example">A match whose opening leads there.</param>
public sealed record Situation(int Seat, GameState State, GameProblem Example)
{
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

    /// <summary>Every way in which the game may be dealt, each once, before any move.</summary>
    internal static IEnumerable<(GameState State, GameProblem Example)> Deals(IGame game, double difficulty)
    {
        var open = new Queue<GameState>([game.Start(difficulty)]);
        while (open.TryDequeue(out var state))
        {
            if (state.Phase is not Phase.Chance chance)
            {
                yield return (state, new(0, difficulty, game, state));
                continue;
            }

            foreach (var possibility in chance.Possibilities)
            {
                open.Enqueue(state.After(possibility.Move));
            }
        }
    }

    /// <summary>The situations of a state: one for each seat that moves there.</summary>
    internal static IEnumerable<Situation> Of((GameState State, GameProblem Example) history) =>
        history.State.Phase is Phase.Choice choice ? choice.Seats.Select(seat => new Situation(seat, history.State, history.Example)) : [];

    /// <summary>What may follow a history, in the order of the moves.</summary>
    /// <exception cref="NotSupportedException">Chance moves: an opening cannot say what it did.</exception>
    internal static IEnumerable<(GameState State, GameProblem Example)> Follow((GameState State, GameProblem Example) history, Strategy play)
    {
        if (history.State.Phase is Phase.Choice choice)
        {
            foreach (var (moves, _) in Lookahead.Joint(choice.Seats.Select(seat => play(history.State, seat))))
            {
                var next = history.State.After(moves);
                yield return next.Phase is Phase.Chance
                    ? throw new NotSupportedException("chance moves in the middle of this game: an opening cannot say what it does")
                    : (next, history.Example with { Opening = [.. history.Example.Opening, .. moves] });
            }
        }
    }
}
