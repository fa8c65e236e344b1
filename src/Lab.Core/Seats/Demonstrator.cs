namespace Lab.Core;

/// <summary>Takes a seat and says what the environment's demonstrations say.</summary>
public sealed class Demonstrator(IHasDemonstrations demonstrations) : IPlayer
{
    /// <summary>Who demonstrates an environment; a game is played as well as it says. Null where nobody does.</summary>
    public static IPlayer? Of(IEnvironment environment) => environment switch
    {
        IHasDemonstrations own => new Demonstrator(own),
        IGame game => new StrategyPlayer(game is IHasOracle oracle ? Strategies.Mix(Strategies.Uniform, oracle.Perfect, game.Skill) : Strategies.Uniform),
        _ => null,
    };

    public ISeated Sit(Problem problem, int seat, Draw draw) => new Seated(demonstrations, problem, seat, draw);

    private sealed class Seated(IHasDemonstrations demonstrations, Problem problem, int seat, Draw draw) : ISeated
    {
        public ValueTask<Segment> Say(Match soFar, int maxTokens, CancellationToken stop) =>
            ValueTask.FromResult(new Segment(Role.Said, demonstrations.Demonstrate(problem, soFar.Episodes[seat], draw)));

        public void Dispose()
        {
        }
    }
}
