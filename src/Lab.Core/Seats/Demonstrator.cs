namespace Lab.Core;

/// <summary>Takes a seat and says what the environment's demonstrations say.</summary>
public sealed class Demonstrator(IHasDemonstrations demonstrations) : IPlayer
{
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
