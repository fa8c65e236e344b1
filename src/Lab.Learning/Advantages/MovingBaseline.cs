using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Lab.Learning;

/// <summary>
/// Score minus a moving average of the scores of the same environment and seat. In a game the seats are not worth the same, and
/// a baseline that mixes them rewards the luck of the draw.
/// </summary>
public sealed record MovingBaselineOptions : EstimatorOptions
{
    [Description("What the average keeps of itself at each episode.")]
    [Range(0.0, 0.9999)]
    public double Decay { get; init; } = 0.95;
}

/// <inheritdoc cref="MovingBaselineOptions"/>
[AdvantageEstimator("moving-baseline", "Score minus a moving average for each environment and seat.")]
public sealed class MovingBaseline(MovingBaselineOptions options) : IAdvantageEstimator, IRemembers
{
    private readonly SortedDictionary<string, double> _averages = new(StringComparer.Ordinal);

    public bool UsesValues => false;

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
        foreach (var group in groups)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{group.Problem.Environment}/{group.Seat}");
            foreach (var row in group.Rows)
            {
                var average = _averages.GetValueOrDefault(name);
                var score = row.Score;
                row.Spread(score - average);
                _averages[name] = (options.Decay * average) + ((1 - options.Decay) * score);
            }
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
