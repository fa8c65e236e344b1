using Lab.Learning;

namespace Lab.Experiments;

/// <summary>Times one iteration: collecting, then learning. Evaluations after it are not counted.</summary>
internal sealed class IterationWatch(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _collecting;
    private TimeSpan _total;

    /// <summary>The episodes are there.</summary>
    public void Collected() => _collecting = time.GetElapsedTime(_start);

    /// <summary>The policy has learned from them.</summary>
    public void Learned() => _total = time.GetElapsedTime(_start);

    /// <summary>The iteration's metrics.</summary>
    public OrderedDictionary<string, double> Measure(IReadOnlyList<Group> groups, UpdateReport update, IEnumerable<EvaluationResult> evaluations) =>
        IterationMetrics.Of(groups, update, _collecting, _total, evaluations);
}
