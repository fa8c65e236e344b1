namespace Lab.Core;

/// <summary>The positions of a small game of perfect information.</summary>
public static class Positions
{
    /// <summary>Every position in which a seat chooses (<see cref="GameState.Position"/>), with the first example found, breadth first.</summary>
    /// <param name="game">The game.</param>
    /// <param name="difficulty">In [0, 1].</param>
    /// <param name="most">Histories that are followed.</param>
    /// <returns>Null where there are more, or where chance moves after the first move.</returns>
    public static IReadOnlyList<Situation>? Of(IGame game, double difficulty, int most = Situation.MostHistories)
    {
        var walk = new HistoryWalk(most);
        var found = new List<Situation>();
        var known = new HashSet<object>();
        var open = new Queue<(GameState State, GameProblem Example)>(walk.Deals(game, difficulty));
        while (open.TryDequeue(out var history))
        {
            if (known.Add(history.State.Position))
            {
                found.AddRange(Situation.Of(history));
                foreach (var next in walk.Follow(history, Strategies.Uniform))
                {
                    open.Enqueue(next);
                }
            }
        }

        return walk.IsWhole ? found : null;
    }
}
