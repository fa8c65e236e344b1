using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Learning;

/// <summary>Generalised advantage estimation: Schulman et al. 2015, arXiv:1506.02438.</summary>
public sealed record GaeOptions : EstimatorOptions
{
    [Description("Discount per said token.")]
    [Range(0.0, 1.0)]
    public double Gamma { get; init; } = 1;

    [Description("0 trusts the values, 1 the rewards.")]
    [Range(0.0, 1.0)]
    public double Lambda { get; init; } = 0.95;

    [Description("Advantages are shifted and scaled to mean 0 and deviation 1 over the said tokens of an iteration, in a game for each seat.")]
    public bool Normalize { get; init; } = true;
}

/// <inheritdoc cref="GaeOptions"/>
[AdvantageEstimator("gae", "Generalised advantage estimation with the value head.")]
public sealed class GaeEstimator(GaeOptions options) : IAdvantageEstimator
{
    public bool UsesValues => true;

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
        foreach (var row in groups.SelectMany(group => group.Rows))
        {
            Gae.Estimate(row.Rewards, row.Values, row.Said, options.Gamma, options.Lambda, row.Advantages, row.Returns);
        }

        if (options.Normalize)
        {
            Normalization.Apply(groups);
        }
    }
}
