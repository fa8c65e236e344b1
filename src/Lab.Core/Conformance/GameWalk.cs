namespace Lab.Core;

/// <summary>What is examined of a game: everything, where it is small; else a path to each position, and matches played at random.</summary>
internal sealed class GameWalk
{
    private const int Most = 10_000;
    private const int Matches = 100;

    public GameWalk(IGame game, double difficulty, Draw draw)
    {
        Game = game;
        var start = GamePath.Begin(game, difficulty);
        var all = Follow(start, path => path);
        IsWhole = all.Count <= Most;
        Paths = IsWhole ? all : [.. Follow(start, path => path.State.Position).Take(Most), .. Enumerable.Range(0, Matches).SelectMany(match => Play(start, draw.At(match)))];
    }

    public IGame Game { get; }

    /// <summary>Whether nothing is left out.</summary>
    public bool IsWhole { get; }

    public IReadOnlyList<GamePath> Paths { get; }

    /// <summary>Those at which all have been told their role.</summary>
    public IEnumerable<GamePath> Told => Paths.Where(path => path.Dealt is not null);

    public IEnumerable<int> Seats => Enumerable.Range(0, Game.Roles.Count);

    // A match that should be over is not followed any further.
    private IEnumerable<EquatableArray<string>> Ways(GamePath path) => path.Plies > Game.Longest ? [] : path.State.Phase switch
    {
        Phase.Chance chance => chance.Possibilities.Select(possibility => (EquatableArray<string>)[possibility.Move]),
        Phase.Choice choice => Lookahead.Joint(choice.Seats.Select(seat => Strategies.Uniform(path.State, seat))).Select(joint => joint.Moves),
        _ => [],
    };

    private List<GamePath> Follow(GamePath start, Func<GamePath, object> same)
    {
        var known = new HashSet<object> { same(start) };
        var found = new List<GamePath> { start };
        for (var next = 0; next < found.Count && found.Count <= Most; next++)
        {
            found.AddRange(Ways(found[next]).Select(moves => found[next].After(Game, moves)).Where(path => known.Add(same(path))));
        }

        return found;
    }

    private IEnumerable<GamePath> Play(GamePath path, Draw draw)
    {
        for (var step = 0; Ways(path).ToArray() is { Length: > 0 } ways; step++)
        {
            yield return path = path.After(Game, ways[draw.Below(ways.Length, step)]);
        }
    }
}
