namespace Lab.Core;

/// <summary>How play that never leaves anything to chance stands against every possible reply.</summary>
/// <param name="Lost">Lines in which the seat got less than 0 or made an illegal move.</param>
/// <param name="Lines">All lines.</param>
public sealed record LosingLines(int Lost, int Lines)
{
    /// <summary>Follows every deal and every reply.</summary>
    /// <param name="game">The game.</param>
    /// <param name="difficulty">In [0, 1].</param>
    /// <param name="seat">Whose play is examined.</param>
    /// <param name="greedy">Its move in each of these situations, which are equally many plies into the match: they can be asked at once.</param>
    /// <param name="most">Histories that are followed.</param>
    /// <returns>Null where there are more, or where chance moves after the first move.</returns>
    public static async ValueTask<LosingLines?> Count(
        IGame game, double difficulty, int seat, Func<IReadOnlyList<Situation>, ValueTask<IReadOnlyList<string>>> greedy, int most = Situation.MostHistories)
    {
        var walk = new HistoryWalk(most);
        var (lost, lines) = (0, 0);
        var open = walk.Deals(game, difficulty).ToList();
        while (open.Count > 0 && walk.IsWhole)
        {
            Situation[] asked = [.. open.SelectMany(Situation.Of).Where(situation => situation.Seat == seat)];
            var moves = asked.Length == 0 ? [] : await greedy(asked).ConfigureAwait(false);
            var said = asked.Zip(moves).ToDictionary(pair => pair.First.Example, pair => pair.Second);
            var next = new List<(GameState State, GameProblem Example)>();
            foreach (var history in open)
            {
                var move = said.GetValueOrDefault(history.Example);
                var illegal = move is not null && !history.State.Moves(seat).Contains(move);
                if (illegal || history.State.Phase is Phase.Over)
                {
                    lines++;
                    lost += illegal || history.State.Phase is Phase.Over over && over.Payoffs[seat] < 0 ? 1 : 0;
                    continue;
                }

                next.AddRange(walk.Follow(history, (state, mover) => mover == seat ? [new(move!, 1)] : Strategies.Uniform(state, mover)));
            }

            open = next;
        }

        return walk.IsWhole ? new(lost, lines) : null;
    }
}
