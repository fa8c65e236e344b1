using Lab.Core;

namespace Lab.Rewards;

public sealed record CorrectOptions : RewardOptions;

/// <summary>The environment's verdict as a number: 1 where it is correct, else 0.</summary>
[Reward("correct", "1 for a correct answer, else 0")]
public sealed class Correct : IReward
{
    // It has no options of its own; the constructor is where the catalogue sees which record is its.
    public Correct(CorrectOptions options) => ArgumentNullException.ThrowIfNull(options);

    public (double Low, double High) Range => (0, 1);

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) =>
        ValueTask.FromResult(new Score(episode.Verdict is { IsCorrect: true } ? 1 : 0));
}
