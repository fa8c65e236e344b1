namespace Lab.Learning;

/// <summary>An attempt is as good as it is better than the mean of the others: RLOO, Ahmadian et al. 2024, arXiv:2402.14740.</summary>
public sealed record LeaveOneOutOptions : EstimatorOptions;

/// <inheritdoc cref="LeaveOneOutOptions"/>
[AdvantageEstimator("leave-one-out", "Score minus the mean of the group's other attempts.")]
public sealed class LeaveOneOut : IAdvantageEstimator
{
    // It has no options of its own; the constructor is where the catalogue sees which record is its.
    public LeaveOneOut(LeaveOneOutOptions options) => ArgumentNullException.ThrowIfNull(options);

    public bool UsesValues => false;

    /// <summary>One advantage per score; that of an only attempt is 0, for there is nothing to compare it with.</summary>
    public static double[] Estimate(IReadOnlyList<double> scores)
    {
        var sum = scores.Sum();
        return [.. scores.Select(score => scores.Count == 1 ? 0 : score - ((sum - score) / (scores.Count - 1)))];
    }

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
        foreach (var group in groups)
        {
            var advantages = Estimate([.. group.Rows.Select(row => row.Score)]);
            for (var index = 0; index < advantages.Length; index++)
            {
                group.Rows[index].Spread(advantages[index]);
            }
        }
    }
}
