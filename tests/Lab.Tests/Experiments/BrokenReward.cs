using Lab.Core;

namespace Lab.Tests;

public sealed record BrokenRewardOptions : RewardOptions;

/// <summary>A reward function that gives no number.</summary>
[Reward("test-broken-reward", "Gives no number.")]
public sealed class BrokenReward(BrokenRewardOptions options) : IReward
{
    public (double Low, double High) Range => (0, options.Weight);

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) => ValueTask.FromResult(new Score(double.NaN));
}
