namespace Lab.Core;

/// <summary>
/// Follows the histories of a small game. It stops being whole where there are more than can be followed, and where chance moves
/// after the first move: an opening cannot say what it did.
/// </summary>
/// <param name="most">So many histories are followed.</param>
internal sealed class HistoryWalk(int most)
{
    private int _followed;

    /// <summary>Whether everything that was asked for could be followed.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Every way in which the game may be dealt, each once, before any move.</summary>
    public IEnumerable<(GameState State, GameProblem Example)> Deals(IGame game, double difficulty)
    {
        var open = new Queue<GameState>([game.Start(difficulty)]);
        while (IsWhole && open.TryDequeue(out var state))
        {
            if (state.Phase is Phase.Chance chance)
            {
                foreach (var possibility in chance.Possibilities.TakeWhile(_ => Counts()))
                {
                    open.Enqueue(state.After(possibility.Move));
                }
            }
            else
            {
                yield return (state, new(0, difficulty, game, state));
            }
        }
    }

    /// <summary>What may follow a history, in the order of the moves.</summary>
    public IEnumerable<(GameState State, GameProblem Example)> Follow((GameState State, GameProblem Example) history, Strategy play)
    {
        if (history.State.Phase is not Phase.Choice choice)
        {
            yield break;
        }

        foreach (var (moves, _) in Lookahead.Joint(choice.Seats.Select(seat => play(history.State, seat))))
        {
            var next = history.State.After(moves);
            IsWhole &= next.Phase is not Phase.Chance;
            if (!Counts())
            {
                yield break;
            }

            yield return (next, history.Example with { Opening = [.. history.Example.Opening, .. moves] });
        }
    }

    private bool Counts() => IsWhole &= ++_followed <= most;
}
