using Lab.Learning;

namespace MyLab;

public sealed record MedianBaselineOptions : EstimatorOptions;

[AdvantageEstimator("median-baseline", "Score minus the group's median: one lucky attempt moves it little.")]
public sealed class MedianBaseline : IAdvantageEstimator
{
    public MedianBaseline(MedianBaselineOptions options) => ArgumentNullException.ThrowIfNull(options);

    public bool UsesValues => false;

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
        foreach (var group in groups)
        {
            var scores = group.Rows.Select(row => row.Score).Order().ToArray();
            var median = (scores[(scores.Length - 1) / 2] + scores[scores.Length / 2]) / 2;
            foreach (var row in group.Rows)
            {
                row.Spread(row.Score - median);
            }
        }
    }
}
