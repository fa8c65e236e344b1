using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace MyLab;

public sealed record BrevityOptions : RewardOptions
{
    [Description("What each token said costs.")]
    [Range(0.0, 1.0)]
    public double PerToken { get; init; } = 0.01;
}

[Reward("brevity", "Costs a little for each token said, at most 1.")]
public sealed class Brevity(BrevityOptions options) : IReward
{
    public (double Low, double High) Range => (-1, 0);

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) =>
        ValueTask.FromResult(new Score(-Math.Min(1, episode.SaidTokens * options.PerToken)));
}
