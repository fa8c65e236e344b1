using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Rewards;

public sealed record PartialOptions : RewardOptions
{
    [Description("The fact that says how near the answer is, one from 0 to 1 that the environment declares, such as closeness or tests.")]
    [MinLength(1, ErrorMessage = "must name a fact")]
    public string Fact { get; init; } = "closeness";

    [Description("Facts up to here score 0; from here to 1 the score rises from 0 to 1.")]
    [Range(0.0, 0.999)]
    public double From { get; init; }

    [Description("How the score bends on its way: 1 is a straight line, 2 counts near answers more, 0.5 far ones.")]
    [Range(0.1, 10.0)]
    public double Power { get; init; } = 1;
}

/// <summary>
/// Closeness with a shape: max(0, (c − from)/(1 − from))^power, where c is the fact, taken as 0 below 0 and as 1 above 1.
/// </summary>
[Reward("partial", "Part of a point for an answer that is near, in a shape of one's choice")]
public sealed class Partial(PartialOptions options) : IReward
{
    public (double Low, double High) Range => (0, 1);

    public IReadOnlyList<string> Reads => [options.Fact];

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop)
    {
        var near = Math.Clamp(episode.Verdict?.Fact(options.Fact) ?? 0, 0, 1);
        return ValueTask.FromResult(new Score(Math.Pow(Math.Max(0, (near - options.From) / (1 - options.From)), options.Power)));
    }
}
