namespace Lab.Core;

/// <summary>A state of a game, and how it came about.</summary>
/// <param name="State">The state.</param>
/// <param name="Dealt">The state before the first move; null before that.</param>
/// <param name="Plies">How many times seats have moved.</param>
/// <param name="Logs">For each seat what it was told, said and saw, in order.</param>
internal sealed record GamePath(GameState State, GameState? Dealt, int Plies, EquatableArray<string> Logs)
{
    public static GamePath Begin(IGame game, double difficulty) =>
        new GamePath(game.Start(difficulty), null, 0, [.. game.Roles.Select(_ => "")]).Deal(game);

    /// <summary>One ply or one step of chance on.</summary>
    public GamePath After(IGame game, EquatableArray<string> moves)
    {
        var seats = State.Phase is Phase.Choice choice ? choice.Seats : [];
        var next = State.After(moves);
        if (Dealt is null)
        {
            return (this with { State = next }).Deal(game);
        }

        var logs = Logs.Select((log, seat) =>
        {
            var mover = seats.Span.IndexOf(seat);
            return string.Concat([mover < 0 ? log : $"{log}\n> {moves[mover]}", .. next.Sights(seat).Skip(State.Sights(seat).Count).Select(sight => $"\n< {sight}")]);
        });
        return new(next, Dealt, Plies + (seats.Count > 0 ? 1 : 0), [.. logs]);
    }

    private GamePath Deal(IGame game) => State.Phase is Phase.Chance ? this : this with
    {
        Dealt = State,
        Logs = [.. game.Roles.Select((_, seat) => string.Concat([game.Tell(State, seat), .. State.Sights(seat).Select(sight => $"\n< {sight}")]))],
    };
}
