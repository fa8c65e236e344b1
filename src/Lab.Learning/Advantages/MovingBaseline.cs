using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Learning;

/// <summary>
/// Score minus a moving average of the scores of the same environment and seat. In a game the seats are not worth the same, and
/// a baseline that mixes them rewards the luck of the draw.
/// </summary>
public sealed record MovingBaselineOptions : EstimatorOptions
{
    [Description("What the average keeps of itself at each iteration.")]
    [Range(0.0, 0.9999)]
    public double Decay { get; init; } = 0.95;
}

/// <inheritdoc cref="MovingBaselineOptions"/>
[AdvantageEstimator("moving-baseline", "Score minus a moving average for each environment and seat.")]
public sealed class MovingBaseline(MovingBaselineOptions options) : IAdvantageEstimator, IRemembers
{
    private readonly SortedDictionary<string, double> _averages = new(StringComparer.Ordinal);

    public bool UsesValues => false;

    /// <summary>
    /// Compares every row with what was remembered before the batch, so that their order does not matter; then each average moves
    /// once, towards the batch's mean. Where nothing is remembered, a row is compared with the mean of the others, or with 0
    /// where it is alone.
    /// </summary>
    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
        foreach (var role in groups.GroupBy(group => group.Role))
        {
            TrainingRow[] rows = [.. role.SelectMany(group => group.Rows)];
            if (rows.Length == 0)
            {
                continue;
            }

            var sum = rows.Sum(row => row.Score);
            var mean = sum / rows.Length;
            var first = rows.Length > 1 && !_averages.ContainsKey(role.Key);
            var average = first ? mean : _averages.GetValueOrDefault(role.Key);
            foreach (var row in rows)
            {
                row.Spread(row.Score - (first ? (sum - row.Score) / (rows.Length - 1) : average));
            }

            _averages[role.Key] = (options.Decay * average) + ((1 - options.Decay) * mean);
        }
    }

    public IReadOnlyDictionary<string, double> Save() => new Dictionary<string, double>(_averages);

    public void Restore(IReadOnlyDictionary<string, double> numbers)
    {
        _averages.Clear();
        foreach (var (name, average) in numbers)
        {
            _averages[name] = average;
        }
    }
}
