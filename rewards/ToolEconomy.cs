using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Rewards;

public sealed record ToolEconomyOptions : RewardOptions
{
    [Description("Calls of tools that cost nothing.")]
    [Range(0, 1000)]
    public int Free { get; init; } = 1;

    [Description("What each further call costs, until they cost 1 together.")]
    [Range(0.0, 1.0)]
    public double Cost { get; init; } = 0.25;
}

/// <summary>Fewer calls are better: −min(1, cost · max(0, calls − free)), whether the answer is right or not.</summary>
[Reward("tool-economy", "A small cost for each tool call beyond the first")]
public sealed class ToolEconomy(ToolEconomyOptions options) : IReward
{
    public (double Low, double High) Range => (-1, 0);

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) =>
        ValueTask.FromResult(new Score(-Math.Min(1, options.Cost * Math.Max(0, episode.Calls - options.Free))));
}
