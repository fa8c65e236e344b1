using Lab.Core;

namespace Lab.Rewards;

public sealed record TestsPassedOptions : RewardOptions;

/// <summary>The share of hidden tests passed, by the fact of that name.</summary>
[Reward("tests", "The share of hidden tests passed, from 0 to 1")]
public sealed class TestsPassed : IReward
{
    private const string Tests = "tests";

    // It has no options of its own; the constructor is where the catalogue sees which record is its.
    public TestsPassed(TestsPassedOptions options) => ArgumentNullException.ThrowIfNull(options);

    public (double Low, double High) Range => (0, 1);

    public IReadOnlyList<string> Reads => [Tests];

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) =>
        ValueTask.FromResult(new Score(Math.Clamp(episode.Verdict?.Fact(Tests) ?? 0, 0, 1)));
}
