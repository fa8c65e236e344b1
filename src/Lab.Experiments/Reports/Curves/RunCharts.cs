namespace Lab.Experiments;

/// <summary>The charts of a run, drawn from its metrics. A chart whose metrics are missing is left out.</summary>
internal sealed class RunCharts
{
    private readonly Timeline _playing;
    private readonly Timeline _imitating;
    private readonly ParentCurves? _parent;
    private readonly Chart[] _achievements;

    public RunCharts(IReadOnlyList<MetricsLine> metrics, Experiment experiment, RunReport report, ParentCurves? parent = null)
    {
        _parent = parent;
        var imitating = EvaluatedStages.Imitating(experiment);
        _playing = new(metrics.Where(line => !imitating.Contains(line.Stage)));
        _imitating = new(metrics.Where(line => imitating.Contains(line.Stage)));
        var accuracy = OrNothing(AccuracyChart.Make(_playing, experiment, report));
        accuracy = accuracy is null || parent is null ? accuracy : parent.Beside(
            parent.Beside(accuracy, MetricNames.Evaluation(Sampling.Sampled), "held-out problems, sampled, parent"), MetricNames.Accuracy, "training problems, parent");
        var game = new GameCharts(_playing, experiment, report);
        _achievements =
        [
            .. new[]
            {
                OrNothing(Beside(MetricNames.NashConv, game.NashConv)),
                OrNothing(Beside(MetricNames.GameOptimal(Sampling.Sampled), game.Optimal)),
                accuracy,
            }.OfType<Chart>(),
        ];
    }

    /// <summary>What the policy achieves: in a game the number that the headline shows where it is known exactly, else the share of right or won episodes.</summary>
    public Chart? Main => _achievements.FirstOrDefault();

    /// <summary>What a practitioner looks at next.</summary>
    public IEnumerable<Chart> Others => _achievements.Skip(1).Concat(new[]
    {
        Reward(),
        Single(_playing, "Entropy", "of the policy while it plays, nats per token", MetricNames.Entropy),
        Single(_playing, "KL divergence", "from the policy that the stage began with, nats per token", MetricNames.Kl),
        Single(_playing, "Length", "tokens that the policy says, per episode", MetricNames.TokensPerEpisode),
        Single(_playing, "Calls", "of tools, per episode", MetricNames.CallsPerEpisode),
        Single(_imitating, "Imitation loss", "cross entropy of the demonstrations, nats per token", MetricNames.PolicyLoss),
    }.Select(OrNothing).OfType<Chart>());

    /// <summary>What an expert looks at when those raise a question.</summary>
    public IEnumerable<Chart> Details => new DetailCharts(_playing).All;

    // The total comes first; a single component of weight 1 is the same curve, and is not drawn twice.
    private Chart Reward()
    {
        var total = new Series("total", _playing.Points(MetricNames.RewardTotal));
        var components = _playing.Metrics
            .Where(name => name.StartsWith(MetricNames.RewardPrefix, StringComparison.Ordinal) && name != MetricNames.RewardTotal)
            .Select(name => new Series(name[MetricNames.RewardPrefix.Length..], _playing.Points(name)))
            .ToArray();
        return Beside(MetricNames.RewardTotal, new()
        {
            Title = "Reward",
            Caption = "mean per episode; components before their weights",
            Series = [.. new[] { total }.Concat(components is [var only] && only.Points.SequenceEqual(total.Points) ? [] : components).Where(curve => curve.Points.Count > 0)],
            Stages = _playing.Stages,
        });
    }

    private Chart Beside(string metric, Chart chart) => _parent?.Beside(chart, metric, "parent") ?? chart;

    private Chart Single(Timeline timeline, string title, string caption, string metric)
    {
        var curve = new Series(title, timeline.Points(metric));
        return Beside(metric, new() { Title = title, Caption = caption, Series = curve.Points.Count > 0 ? [curve] : [], Stages = timeline.Stages });
    }

    private static Chart? OrNothing(Chart? chart) => chart is { Series.Count: > 0 } ? chart : null;
}
