namespace Lab.Core;

/// <summary>The positions of a small game of perfect information.</summary>
public static class Positions
{
    /// <summary>Every position in which a seat chooses (<see cref="GameState.Position"/>), with the first example found, breadth first.</summary>
    /// <param name="game">The game.</param>
    /// <param name="difficulty">In [0, 1].</param>
    /// <exception cref="NotSupportedException">Chance moves after the first move.</exception>
    public static IReadOnlyList<Situation> Of(IGame game, double difficulty)
    {
        var found = new List<Situation>();
        var known = new HashSet<object>();
        var open = new Queue<(GameState State, GameProblem Example)>(Situation.Deals(game, difficulty));
        while (open.TryDequeue(out var history))
        {
            if (known.Add(history.State.Position))
            {
                found.AddRange(Situation.Of(history));
                foreach (var next in Situation.Follow(history, Strategies.Uniform))
                {
                    open.Enqueue(next);
                }
            }
        }

        return found;
    }
}
