using Lab.Core;

namespace Lab.Tests;

public sealed record ParrotRewardOptions : RewardOptions;

/// <summary>A reward function that pays for one answer, whatever was asked.</summary>
[Reward("test-parrot-reward", "1 for the answer 7.")]
public sealed class ParrotReward(ParrotRewardOptions options) : IReward
{
    public (double Low, double High) Range => (0, options.Weight);

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) =>
        ValueTask.FromResult(new Score(episode.Verdict is { Answer: "7" } ? 1 : 0));
}
