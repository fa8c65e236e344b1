namespace Lab.Learning;

/// <summary>
/// The rewards still to come, normalised over the whole batch instead of within groups: REINFORCE++, Hu 2025, arXiv:2501.03262.
/// Attempts at easy problems keep a positive advantage.
/// </summary>
public sealed record BatchNormalizedOptions : EstimatorOptions;

/// <inheritdoc cref="BatchNormalizedOptions"/>
[AdvantageEstimator("batch-normalized", "Rewards to come, normalised over all said tokens of an iteration, in a game for each seat.")]
public sealed class BatchNormalized : IAdvantageEstimator
{
    // It has no options of its own; the constructor is where the catalogue sees which record is its.
    public BatchNormalized(BatchNormalizedOptions options) => ArgumentNullException.ThrowIfNull(options);

    public bool UsesValues => false;

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
        foreach (var row in groups.SelectMany(group => group.Rows))
        {
            var toCome = 0.0;
            for (var token = row.Tokens.Length - 1; token >= 0; token--)
            {
                toCome += row.Rewards[token];
                row.Advantages[token] = row.Said[token] ? (float)toCome : 0;
            }
        }

        Normalization.Apply(groups);
    }
}
