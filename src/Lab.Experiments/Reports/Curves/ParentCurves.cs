namespace Lab.Experiments;

/// <summary>A fork's parent from the branching point on, laid over the fork's own curves.</summary>
internal sealed class ParentCurves
{
    private readonly IReadOnlyList<MetricsLine> _lines;

    private ParentCurves(IReadOnlyList<MetricsLine> lines) => _lines = lines;

    /// <summary>The parent's curves; null where the run is no fork, or a fork that changes nothing.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="faults">Takes what could not be read.</param>
    public static ParentCurves? Read(RunFolder folder, ICollection<string> faults)
    {
        if (Lineage.Read(folder) is not { Changes.Count: > 0 } lineage)
        {
            return null;
        }

        var metrics = JsonLines.Read(Path.Combine(folder.Past, Path.GetFileName(folder.Metrics)), "past/metrics.jsonl", MetricsLine.Parse);
        if (metrics.Fault is { } fault)
        {
            faults.Add(fault);
        }

        // The parent's lines stand in the order of its stages; those before the branching point are the fork's own.
        var labels = metrics.Items.Select(line => line.Stage).Distinct().ToArray();
        return new([.. metrics.Items.Where(line => new Position(Array.IndexOf(labels, line.Stage), line.Iteration) >= lineage.Place)]);
    }

    /// <summary>A chart with the parent's curve of a metric beside the fork's, as far as the fork's stages go.</summary>
    /// <param name="chart">The fork's.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="name">What the curve is called.</param>
    public Chart Beside(Chart chart, string metric, string name)
    {
        var points = from line in _lines
                     from stage in chart.Stages
                     where stage.Stage == line.Stage && stage.Start + line.Iteration <= stage.End && line.Values.ContainsKey(metric)
                     select new PlotPoint(stage.Start + line.Iteration, line.Values[metric]);
        var curve = new Series(name, points);
        return curve.Points.Count > 0 && chart.Series.Count > 0 ? chart with { Series = [.. chart.Series, curve] } : chart;
    }
}
