namespace Lab.Core;

/// <summary>What the seats of a game know: neither more nor less than what they were told, said and saw.</summary>
internal static class KnowledgeChecks
{
    public static async Task<IReadOnlyList<Check>> Examine(GameWalk walk, CancellationToken stop) =>
    [
        await Check.That("the prompt tells the seats apart", () => Alike(walk), stop).ConfigureAwait(false),
        await Check.That("what a seat sees is readable and only grows", () => Unseen(walk), stop).ConfigureAwait(false),
        await Check.That("no two seats know the same", () => Shared(walk), stop).ConfigureAwait(false),
        await Check.That("a seat that knows the same was told, said and saw the same, and may do the same", () => Leak(walk), stop).ConfigureAwait(false),
        await Check.That("a seat that was told, said and saw the same knows the same", () => Clairvoyance(walk), stop).ConfigureAwait(false),
        await Check.That("only a game that says so has secrets", () => Secret(walk), stop).ConfigureAwait(false),
    ];

    private static string? Alike(GameWalk walk)
    {
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        return walk.Told.SelectMany(path => walk.Seats.Select(seat => (Seat: seat, Told: walk.Game.Tell(path.Dealt!, seat))))
            .Where(told => !owners.TryAdd(told.Told, told.Seat) && owners[told.Told] != told.Seat)
            .Select(told => $"seats {owners[told.Told]} and {told.Seat} are told {Texts.Quote(told.Told)}")
            .FirstOrDefault();
    }

    private static string? Unseen(GameWalk walk)
    {
        foreach (var path in walk.Told)
        {
            foreach (var seat in walk.Seats)
            {
                var sights = path.State.Sights(seat);
                if (sights.FirstOrDefault(sight => sight.Length == 0 || !Texts.IsReadable(sight)) is { } odd)
                {
                    return $"at {GameChecks.Name(path)}: seat {seat} is shown {Texts.Quote(odd)}";
                }

                // What is shown once is not taken back: the log has seen it all, in this order.
                if (!sights.SequenceEqual(path.Logs[seat].Split('\n').Where(line => line.StartsWith("< ", StringComparison.Ordinal)).Select(line => line[2..])))
                {
                    return $"at {GameChecks.Name(path)}: seat {seat} has seen {Texts.Quote(string.Join(',', sights))}";
                }
            }
        }

        return null;
    }

    private static string? Shared(GameWalk walk)
    {
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        return walk.Paths.SelectMany(path => walk.Seats.Select(seat => (Seat: seat, Knows: path.State.Knows(seat))))
            .Where(known => !owners.TryAdd(known.Knows, known.Seat) && owners[known.Knows] != known.Seat)
            .Select(known => $"seats {owners[known.Knows]} and {known.Seat} know {Texts.Quote(known.Knows)}")
            .FirstOrDefault();
    }

    private static string? Leak(GameWalk walk)
    {
        var logs = new Dictionary<string, string>(StringComparer.Ordinal);
        var moves = new Dictionary<string, EquatableArray<string>>(StringComparer.Ordinal);
        foreach (var path in walk.Told)
        {
            foreach (var seat in walk.Seats)
            {
                var knows = path.State.Knows(seat);
                if (!logs.TryAdd(knows, path.Logs[seat]) && logs[knows] != path.Logs[seat])
                {
                    return $"knowing {Texts.Quote(knows)}, seat {seat} has {Line(logs[knows])} or {Line(path.Logs[seat])} behind it";
                }

                if (Lookahead.Moves(path.State, seat) && !moves.TryAdd(knows, path.State.Moves(seat)) && moves[knows] != path.State.Moves(seat))
                {
                    return $"knowing {Texts.Quote(knows)}, seat {seat} may do {Texts.Quote(string.Join(',', moves[knows]))} or {Texts.Quote(string.Join(',', path.State.Moves(seat)))}";
                }
            }
        }

        return null;
    }

    private static string? Clairvoyance(GameWalk walk)
    {
        var known = new Dictionary<(int Seat, string Log), string>();
        foreach (var path in walk.Told)
        {
            foreach (var seat in walk.Seats)
            {
                var knows = path.State.Knows(seat);
                if (!known.TryAdd((seat, path.Logs[seat]), knows) && known[(seat, path.Logs[seat])] != knows)
                {
                    return $"after {Line(path.Logs[seat])} seat {seat} knows {Texts.Quote(known[(seat, path.Logs[seat])])} or {Texts.Quote(knows)}";
                }
            }
        }

        return null;
    }

    private static string? Secret(GameWalk walk)
    {
        if (walk.Game.HasSecrets)
        {
            return null;
        }

        var positions = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var path in walk.Told)
        {
            if (path.State.Phase is Phase.Choice { Seats.Count: > 1 })
            {
                return $"at {GameChecks.Name(path)}: more than one seat moves, and none knows what the others do";
            }

            foreach (var knows in walk.Seats.Select(path.State.Knows))
            {
                if (!positions.TryAdd(knows, path.State.Position) && !positions[knows].Equals(path.State.Position))
                {
                    return $"at {GameChecks.Name(path)}: who knows {Texts.Quote(knows)} could be in another position";
                }
            }
        }

        return null;
    }

    private static string Line(string log) => Texts.Quote(log.Replace('\n', ' '));
}
