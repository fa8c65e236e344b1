namespace Lab.Core;

/// <summary>A match to be played: how it was dealt, and how it opens.</summary>
/// <param name="Seed">What it was posed from.</param>
/// <param name="Difficulty">In [0, 1].</param>
/// <param name="Game">The rules.</param>
/// <param name="Dealt">The state before the first move.</param>
public sealed record GameProblem(ulong Seed, double Difficulty, IGame Game, GameState Dealt) : Problem(Seed, Difficulty)
{
    /// <summary>Moves that the lab makes for the seats before they choose their own: ply by ply, within a simultaneous one seat by seat.</summary>
    public EquatableArray<string> Opening { get; init; }

    public override int Seats => Game.Roles.Count;

    /// <summary>What all the seats are told together.</summary>
    public override string Key => string.Join('|', Enumerable.Range(0, Seats).Select(seat => Game.Tell(Dealt, seat)));

    public override EquatableArray<Part> Prompt(int seat) => [new TextPart(Game.Tell(Dealt, seat))];

    /// <summary>The same problem, opened with moves drawn at random; fewer where the game would be over.</summary>
    /// <param name="plies">How many.</param>
    /// <param name="draw">Where they come from.</param>
    public GameProblem Open(int plies, Draw draw)
    {
        var opening = new List<string>();
        var state = Dealt;
        for (var ply = 0; ply < plies && state.Phase is Phase.Choice choice; ply++)
        {
            var branch = draw.At(ply);
            EquatableArray<string> moves = [.. choice.Seats.Select(seat => state.Moves(seat)).Select((legal, index) => legal[branch.Below(legal.Count, index)])];
            state = GameTable.Settle(this, state.After(moves), ply + 1);
            if (state.Phase is Phase.Over)
            {
                break;
            }

            opening.AddRange(moves);
        }

        return this with { Opening = [.. opening] };
    }
}
