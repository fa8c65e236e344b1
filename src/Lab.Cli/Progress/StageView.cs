using System.Collections.Immutable;
using Lab.Experiments;

namespace Lab.Cli;

/// <summary>What there is to see of a stage.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Iterations">How many there will be.</param>
/// <param name="Started">When, since the run's process began.</param>
/// <param name="From">Iterations that another process did.</param>
/// <param name="IsGame">Whether a game is played (<see cref="Experiment.IsGame"/>).</param>
internal sealed record StageView(string Label, int Iterations, TimeSpan Started, int From = 0, bool IsGame = false)
{
    private static readonly OrderedDictionary<string, double> s_none = [];

    /// <summary>Iterations done.</summary>
    public int Done { get; init; } = From;

    /// <summary>When the last of them was done.</summary>
    public TimeSpan Last { get; init; } = Started;

    /// <summary>The last iteration's metrics.</summary>
    public OrderedDictionary<string, double> Metrics { get; init; } = s_none;

    /// <summary>What the stage is about, iteration by iteration: the loss where it imitates, else the share of correct episodes.</summary>
    public ImmutableList<double> History { get; init; } = [];

    /// <summary>The last evaluation during the stage, such as "sampled 12.5 %".</summary>
    public string? HeldOut { get; init; }

    public bool IsDone => Done == Iterations;

    /// <summary>Whether it learns from episodes that it did not sample.</summary>
    public bool Imitates => this[MetricNames.SampledTokens] is 0;

    /// <summary>A metric of the last iteration, or null where it is not there or not finite.</summary>
    public double? this[string metric] => Metrics.TryGetValue(metric, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>The view after an iteration.</summary>
    public StageView After(RunEvent.IterationDone done, TimeSpan now)
    {
        var next = this with { Done = done.Iteration, Last = now, Metrics = done.Metrics };
        return next with
        {
            History = History.Add(next[next.Imitates ? MetricNames.Loss : MetricNames.Accuracy] ?? double.NaN),
            HeldOut = Measured(done) ?? HeldOut,
        };
    }

    /// <summary>How long the rest takes if it goes on like this; null before the first iteration.</summary>
    public TimeSpan? Left(TimeSpan now)
    {
        var left = ((Last - Started) * ((Iterations - Done) / Math.Max(1.0, Done - From))) - (now - Last);
        return Done == From ? null : left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }

    // Of a game, what is known best about its play.
    private static string? Measured(RunEvent.IterationDone done)
    {
        var measured = Enum.GetValues<Sampling>()
            .Where(sampling => done.Metrics.ContainsKey(MetricNames.Evaluation(sampling)))
            .Select(sampling => $"{sampling.ToString().ToLowerInvariant()} {Share(done.Metrics, sampling)}")
            .ToArray();
        return measured.Length == 0 ? null
            : done.Metrics.TryGetValue(MetricNames.NashConv, out var left) ? $"NashConv {Format.Number(left)}"
            : string.Join(", ", measured);
    }

    private static string Share(OrderedDictionary<string, double> metrics, Sampling sampling) => metrics.TryGetValue(MetricNames.GameOptimal(sampling), out var optimal)
        ? $"optimal {Format.Share(optimal)}"
        : Format.Share(metrics[MetricNames.Evaluation(sampling)]);
}
