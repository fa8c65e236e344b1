using System.ComponentModel;

namespace Lab.Learning;

/// <summary>What a group's centred scores are divided by.</summary>
public enum Divisor
{
    /// <summary>The group's deviation (population) plus 10⁻⁴: GRPO, arXiv:2402.03300. Hard and easy problems weigh as much as others.</summary>
    Deviation,

    /// <summary>Nothing: Dr. GRPO, arXiv:2503.20783.</summary>
    Nothing,

    /// <summary>The group's mean, for scores of 0 and 1: MaxRL, arXiv:2602.02710. Hard problems weigh more, as in maximum likelihood.</summary>
    Mean,
}

/// <summary>An attempt is as good as it is better than the mean of its group.</summary>
public sealed record GroupRelativeOptions : EstimatorOptions
{
    [Description("What the centred scores are divided by.")]
    public Divisor Divide { get; init; } = Divisor.Deviation;
}

/// <inheritdoc cref="GroupRelativeOptions"/>
[AdvantageEstimator("group-relative", "Score minus the group's mean, over its deviation, its mean or nothing.")]
public sealed class GroupRelative(GroupRelativeOptions options) : IAdvantageEstimator
{
    private const double Floor = 1e-4;

    public bool UsesValues => false;

    /// <summary>One advantage per score. A group whose scores are all alike gives 0, and so does one divided by a mean that is not above 0.</summary>
    public static double[] Estimate(IReadOnlyList<double> scores, Divisor divide)
    {
        var mean = scores.Average();
        var divisor = divide switch
        {
            Divisor.Deviation => Math.Sqrt(scores.Average(score => (score - mean) * (score - mean))) + Floor,
            Divisor.Mean => mean,
            _ => 1,
        };
        return [.. scores.Select(score => divisor <= 0 ? 0 : (score - mean) / divisor)];
    }

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
        foreach (var group in groups)
        {
            var advantages = Estimate([.. group.Rows.Select(row => row.Score)], options.Divide);
            for (var index = 0; index < advantages.Length; index++)
            {
                group.Rows[index].Spread(advantages[index]);
            }
        }
    }
}
