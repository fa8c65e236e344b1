using Lab.Learning;

namespace Lab.Tests;

public sealed record LowestOptions : EstimatorOptions;

/// <summary>Remembers, of whole episodes, the lowest score and the most tokens said: checkpoints show them.</summary>
[AdvantageEstimator("test-lowest", "Remembers the lowest score.")]
public sealed class Lowest : IAdvantageEstimator, IRemembers
{
    private Dictionary<string, double> _numbers = [];

    public Lowest(LowestOptions options) => ArgumentNullException.ThrowIfNull(options);

    public bool UsesValues => false;

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
        var whole = groups.SelectMany(group => group.Rows).Where(row => !row.IsTruncated).ToArray();
        _numbers = new() { ["score"] = whole.Min(row => row.Score), ["said"] = whole.Max(row => row.SaidCount) };
    }

    public IReadOnlyDictionary<string, double> Save() => _numbers;

    public void Restore(IReadOnlyDictionary<string, double> numbers) => _numbers = new(numbers);
}
