using Lab.Core;

namespace Lab.Tests;

/// <summary>The states of a game, counted without any of the product's own ways of walking through them.</summary>
internal static class GameStates
{
    /// <summary>The state and all that may follow, history by history.</summary>
    public static IEnumerable<GameState> From(GameState state) => Next(state).SelectMany(From).Prepend(state);

    /// <summary>One state for each position, the first found, depth first.</summary>
    public static IReadOnlyList<GameState> Positions(GameState start)
    {
        var found = new Dictionary<object, GameState>();
        var open = new Stack<GameState>([start]);
        while (open.TryPop(out var state))
        {
            if (found.TryAdd(state.Position, state))
            {
                foreach (var next in Next(state))
                {
                    open.Push(next);
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>The lines of a play that looks at nothing but the state.</summary>
    public static LosingLines Lines(IGame game, double difficulty, int seat, Func<GameState, string> play)
    {
        var counting = LosingLines.Count(game, difficulty, seat, asked => ValueTask.FromResult<IReadOnlyList<string>>([.. asked.Select(situation => play(situation.State))]));
        return counting.IsCompletedSuccessfully ? counting.Result! : throw new AssertFailedException("nothing here waits");
    }

    private static IEnumerable<GameState> Next(GameState state) => state.Phase switch
    {
        Phase.Chance chance => chance.Possibilities.Select(possibility => state.After(possibility.Move)),
        Phase.Choice { Seats: [var seat] } => state.Moves(seat).Select(move => state.After(move)),
        Phase.Choice { Seats: [var one, var other] } => state.Moves(one).SelectMany(_ => state.Moves(other), (first, second) => state.After(first, second)),
        _ => [],
    };
}
