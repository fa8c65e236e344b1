namespace Lab.Core;

/// <summary>Takes a seat at a game and plays a strategy: an opponent that never learns.</summary>
public sealed class StrategyPlayer(Strategy strategy) : IPlayer
{
    /// <summary>What <see cref="Uniform"/> is called in files and reports.</summary>
    public const string UniformName = "uniform";

    /// <summary>What <see cref="Perfect"/> is called in files and reports.</summary>
    public const string PerfectName = "perfect";

    /// <summary>Plays any legal move.</summary>
    public static StrategyPlayer Uniform() => new(Strategies.Uniform);

    /// <summary>Plays as the game's oracle does.</summary>
    public static StrategyPlayer Perfect(IHasOracle oracle) => new(oracle.Perfect);

    /// <exception cref="ArgumentException">The problem is no game's.</exception>
    public ISeated Sit(Problem problem, int seat, Draw draw) => problem is GameProblem game
        ? new Seated(strategy, game, seat, draw)
        : throw new ArgumentException("only a game's seat has legal moves", nameof(problem));

    private sealed class Seated(Strategy strategy, GameProblem problem, int seat, Draw draw) : ISeated
    {
        public ValueTask<Segment> Say(Match soFar, int maxTokens, CancellationToken stop)
        {
            var ply = soFar.Episodes[seat].Transcript.Count(segment => segment.Role == Role.Said);
            var move = GameTable.Pick(strategy(GameTable.State(problem, soFar), seat), draw.Uniform(ply));
            return ValueTask.FromResult(Segment.Say(new TextPart(move)));
        }

        public void Dispose()
        {
        }
    }
}
