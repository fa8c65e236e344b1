using Lab.Core;

namespace Lab.Tests;

public sealed record ContraryRewardOptions : RewardOptions;

/// <summary>A reward function that pays for wrong answers.</summary>
[Reward("test-contrary-reward", "1 for a wrong answer.")]
public sealed class ContraryReward(ContraryRewardOptions options) : IReward
{
    public (double Low, double High) Range => (0, options.Weight);

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) =>
        ValueTask.FromResult(new Score(episode.Verdict is { IsCorrect: true } ? 0 : 1));
}
