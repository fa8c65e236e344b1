using Lab.Core;

namespace Lab.Tests;

public sealed record ConstantRewardOptions : RewardOptions;

/// <summary>A reward function that is content with everything.</summary>
[Reward("test-constant-reward", "The same for every episode.")]
public sealed class ConstantReward(ConstantRewardOptions options) : IReward
{
    public (double Low, double High) Range => (0, options.Weight);

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) => ValueTask.FromResult(new Score(0.5));
}
