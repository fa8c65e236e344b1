using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Rewards;

public sealed record OutcomeOptions : RewardOptions
{
    [Description("The greatest payoff, won or lost, that counts in full.")]
    [Range(0.001, 1000.0)]
    public double Most { get; init; } = 10;
}

/// <summary>What a match paid the seat (the fact payoff), an illegal move included.</summary>
[Reward("outcome", "What a match paid: won, drawn, lost, or less for an illegal move")]
public sealed class GameOutcome(OutcomeOptions options) : IReward
{
    public (double Low, double High) Range => (-options.Most, options.Most);

    public IReadOnlyList<string> Reads => [GameTable.Payoff];

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) =>
        ValueTask.FromResult(new Score(Math.Clamp(episode.Verdict?.Fact(GameTable.Payoff) ?? 0, -options.Most, options.Most)));
}
