namespace Lab.Core;

/// <summary>The information sets of a small game, at which a policy's whole play can be asked for.</summary>
public static class InformationSets
{
    /// <summary>
    /// Every information set in which a seat chooses, with the first example found, breadth first: fewer plies before more, then in
    /// the order of chance and moves.
    /// </summary>
    /// <param name="game">The game.</param>
    /// <param name="difficulty">In [0, 1].</param>
    /// <param name="most">Histories that are followed.</param>
    /// <returns>Null where there are more, or where chance moves after the first move.</returns>
    public static IReadOnlyList<Situation>? Of(IGame game, double difficulty, int most = Situation.MostHistories)
    {
        var walk = new HistoryWalk(most);
        var found = new List<Situation>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<(GameState State, GameProblem Example)>(walk.Deals(game, difficulty));
        while (open.TryDequeue(out var history))
        {
            // Even where all is known already: another state of the same sets may lead to new ones.
            found.AddRange(Situation.Of(history).Where(situation => known.Add(situation.Knows)));
            foreach (var next in walk.Follow(history, Strategies.Uniform))
            {
                open.Enqueue(next);
            }
        }

        return walk.IsWhole ? found : null;
    }
}
