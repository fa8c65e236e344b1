namespace Lab.Core;

/// <summary>The rules of a game, for environments that are one: what any state promises.</summary>
internal static class GameChecks
{
    public static async Task<IReadOnlyList<Check>> Examine(Subject subject, Draw draw)
    {
        if (subject.Environment is not IGame game)
        {
            return [];
        }

        GameWalk? walk = null;
        var walked = await Check.That("every legal move leads on", Walk, subject.Stop).ConfigureAwait(false);
        return walk is null ? [walked] :
        [
            walked,
            await Check.That("those who move have legal moves, and nobody else", () => Find(walk, Idle), subject.Stop).ConfigureAwait(false),
            await Check.That("moves have one readable text each", () => Find(walk, Unreadable), subject.Stop).ConfigureAwait(false),
            await Check.That("the same moves lead to the same state", () => Find(walk, Inconstant), subject.Stop).ConfigureAwait(false),
            await Check.That("a match is no longer than the game says", () => Find(walk, Long), subject.Stop).ConfigureAwait(false),
            await Check.That("the probabilities of chance are positive and sum to 1", () => Find(walk, Improbable), subject.Stop).ConfigureAwait(false),
            await Check.That("payoffs are within their range, and sum to 0 where they should", () => Find(walk, Unpaid), subject.Stop).ConfigureAwait(false),
            .. await KnowledgeChecks.Examine(walk, subject.Stop).ConfigureAwait(false),
            .. await OracleChecks.Examine(walk, subject.Stop).ConfigureAwait(false),
            .. await TableChecks.Examine(subject, draw).ConfigureAwait(false),
        ];

        string? Walk()
        {
            walk = new(game, 1, draw.At("walk"));
            return null;
        }
    }

    /// <summary>A place in a match, for a message.</summary>
    public static string Name(GamePath path) => Texts.Quote(string.Join(" | ", path.Logs.Select(log => log.Replace("\n", "", StringComparison.Ordinal))));

    private static string? Find(GameWalk walk, Func<GameWalk, GamePath, string?> fault) =>
        walk.Paths.Select(path => fault(walk, path) is { } found ? $"at {Name(path)}: {found}" : null).FirstOrDefault(found => found is not null);

    private static string? Idle(GameWalk walk, GamePath path)
    {
        var movers = path.State.Phase is Phase.Choice choice ? choice.Seats : [];
        if (path.State.Phase is Phase.Choice && (movers.Count == 0 || movers.Distinct().Count() < movers.Count || movers.Except(walk.Seats).Any()))
        {
            return $"seats {string.Join(", ", movers)} move";
        }

        return walk.Seats
            .Where(seat => movers.Contains(seat) != path.State.Moves(seat).Count > 0)
            .Select(seat => $"seat {seat} {(movers.Contains(seat) ? "moves and has no" : "does not move and has a")} legal move")
            .FirstOrDefault();
    }

    private static string? Unreadable(GameWalk walk, GamePath path) => walk.Seats.Select(path.State.Moves)
        .Where(moves => moves.Distinct().Count() < moves.Count || moves.Any(move => move.Length == 0 || move.Contains('\n', StringComparison.Ordinal) || move != move.Trim() || !Texts.IsReadable(move)))
        .Select(moves => $"the moves are {Texts.Quote(string.Join(',', moves))}")
        .FirstOrDefault();

    private static string? Inconstant(GameWalk walk, GamePath path)
    {
        if (path.State.Phase is not Phase.Choice choice)
        {
            return null;
        }

        EquatableArray<string> moves = [.. choice.Seats.Select(seat => path.State.Moves(seat)[0])];
        var (once, twice) = (path.State.After(moves), path.State.After(moves));
        return once.Phase == twice.Phase && walk.Seats.All(seat => once.Knows(seat) == twice.Knows(seat) && once.Moves(seat) == twice.Moves(seat)) ? null
            : $"{Texts.Quote(string.Join(',', moves))} leads elsewhere the second time";
    }

    private static string? Long(GameWalk walk, GamePath path) => path.Plies > walk.Game.Longest ? $"{path.Plies} plies, declared are at most {walk.Game.Longest}" : null;

    private static string? Improbable(GameWalk walk, GamePath path) => path.State.Phase is Phase.Chance chance
        && !(chance.Possibilities.All(possibility => possibility.Probability > 0)
            && Math.Abs(chance.Possibilities.Sum(possibility => possibility.Probability) - 1) < 1e-9
            && chance.Possibilities.Select(possibility => possibility.Move).Distinct().Count() == chance.Possibilities.Count)
        ? $"chance does {Texts.Quote(string.Join(',', chance.Possibilities.Select(possibility => $"{possibility.Move} {possibility.Probability}")))}"
        : null;

    private static string? Unpaid(GameWalk walk, GamePath path) => path.State.Phase is Phase.Over { Payoffs: var payoffs }
        && !(payoffs.Count == walk.Game.Roles.Count
            && payoffs.All(payoff => payoff >= walk.Game.Payoffs.Low && payoff <= walk.Game.Payoffs.High)
            && (!walk.Game.IsZeroSum || Math.Abs(payoffs.Sum()) < 1e-9))
        ? $"it pays {string.Join(", ", payoffs)}"
        : null;
}
