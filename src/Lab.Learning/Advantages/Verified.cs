namespace Lab.Learning;

/// <summary>1 for the episodes that the environment calls correct, 0 for the others, whatever the rewards say.</summary>
public sealed record VerifiedOptions : EstimatorOptions;

/// <inheritdoc cref="VerifiedOptions"/>
[AdvantageEstimator("verified", "1 for correct episodes, 0 for others: with the loss likelihood, expert iteration.")]
public sealed class Verified : IAdvantageEstimator
{
    // It has no options of its own; the constructor is where the catalogue sees which record is its.
    public Verified(VerifiedOptions options) => ArgumentNullException.ThrowIfNull(options);

    public bool UsesValues => false;

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
        foreach (var row in groups.SelectMany(group => group.Rows))
        {
            row.Spread(row.IsCorrect ? 1 : 0);
        }
    }
}
