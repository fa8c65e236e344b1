namespace Lab.Core;

/// <summary>The oracle of a game, where it has one.</summary>
internal static class OracleChecks
{
    private const double Rounding = 1e-9;

    public static async Task<IReadOnlyList<Check>> Examine(GameWalk walk, CancellationToken stop) => walk.Game is not IHasOracle oracle ? [] :
    [
        await Check.That("the oracle makes legal moves, by what the seat knows alone", () => Cheat(walk, oracle), stop).ConfigureAwait(false),
        await Check.That("nobody gains against the oracle", () => Gain(walk, oracle), stop).ConfigureAwait(false),
    ];

    private static string? Cheat(GameWalk walk, IHasOracle oracle)
    {
        var plays = new Dictionary<string, EquatableArray<Possibility>>(StringComparer.Ordinal);
        foreach (var path in walk.Paths)
        {
            foreach (var seat in path.State.Phase is Phase.Choice choice ? choice.Seats : [])
            {
                var play = oracle.Perfect(path.State, seat);
                var knows = path.State.Knows(seat);
                if (play.Any(possibility => possibility.Probability <= 0)
                    || play.Select(possibility => possibility.Move).Except(path.State.Moves(seat)).Any()
                    || Math.Abs(play.Sum(possibility => possibility.Probability) - 1) > Rounding)
                {
                    return $"knowing {Texts.Quote(knows)} it plays {Say(play)}";
                }

                if (!plays.TryAdd(knows, play) && plays[knows] != play)
                {
                    return $"knowing {Texts.Quote(knows)} it plays {Say(plays[knows])} or {Say(play)}";
                }
            }
        }

        return null;
    }

    // Where the whole tree is too large, the game's own tests have to see to it.
    private static string? Gain(GameWalk walk, IHasOracle oracle)
    {
        if (!walk.IsWhole || !walk.Game.IsZeroSum || walk.Game.Roles.Count != 2)
        {
            return null;
        }

        var gain = Exploitability.Of(walk.Paths[0].State, oracle.Perfect).NashConv;
        return gain > Rounding ? $"its NashConv is {gain}" : null;
    }

    private static string Say(EquatableArray<Possibility> play) => Texts.Quote(string.Join(", ", play.Select(possibility => $"{possibility.Move} {possibility.Probability}")));
}
