using System.Globalization;

namespace Lab.Experiments;

/// <summary>
/// What the advisor remembers of a stage: its first iterations, its last ones, and the stretch in which most answers were
/// right. What it takes does not grow with the run.
/// </summary>
internal sealed class StageHistory
{
    /// <summary>Iterations that are compared with others: enough that one outlier decides nothing.</summary>
    public const int Window = 5;

    private const int Kept = 2 * Window;
    private readonly List<MetricsLine> _first = [];
    private readonly List<MetricsLine> _last = [];

    /// <summary>The stretch of <see cref="Window"/> iterations with the most right answers; null before there is one.</summary>
    public Stretch? Best { get; private set; }

    public void Add(MetricsLine line)
    {
        if (_first.Count < Window)
        {
            _first.Add(line);
        }

        _last.Add(line);
        if (_last.Count > Kept)
        {
            _last.RemoveAt(0);
        }

        if (Last(MetricNames.Accuracy, Window) is { } accuracy && (Best is null || accuracy.Average() > Best.Accuracy))
        {
            Best = new(accuracy.Average(), Last(MetricNames.RewardTotal, Window), line.Iteration);
        }
    }

    /// <summary>The last iterations in words, such as "iterations 6 to 8".</summary>
    /// <param name="count">How many, more than one.</param>
    public string Span(int count) => string.Create(CultureInfo.InvariantCulture, $"iterations {_last[^count].Iteration} to {_last[^1].Iteration}");

    /// <summary>A metric in the stage's first iterations; null unless each of them measured it.</summary>
    /// <param name="metric">Its name.</param>
    /// <param name="count">How many iterations, at most <see cref="Window"/>.</param>
    public double[]? First(string metric, int count) => Values(_first.Take(count), metric, count);

    /// <summary>A metric in the last iterations; null unless each of them measured it.</summary>
    /// <param name="metric">Its name.</param>
    /// <param name="count">How many iterations, at most twice <see cref="Window"/>.</param>
    public double[]? Last(string metric, int count) => Values(_last.TakeLast(count), metric, count);

    private static double[]? Values(IEnumerable<MetricsLine> lines, string metric, int count)
    {
        double[] values = [.. lines.Where(line => line.Values.ContainsKey(metric)).Select(line => line.Values[metric])];
        return values.Length == count ? values : null;
    }

    /// <summary>A stretch of iterations.</summary>
    /// <param name="Accuracy">The mean share of right answers.</param>
    /// <param name="Rewards">The mean reward of each iteration; null where one is not known.</param>
    /// <param name="Iteration">The last of them.</param>
    internal sealed record Stretch(double Accuracy, double[]? Rewards, int Iteration);
}
