namespace Lab.Experiments;

/// <summary>The iterations of stages, one stage after the other on one axis: the first begins at 0, its iteration n is at n.</summary>
internal sealed class Timeline
{
    private readonly List<(MetricsLine Line, double Place)> _lines = [];

    /// <summary>Lays out lines of metrics, of stages in the order in which they first appear.</summary>
    /// <param name="lines">Of two lines for one iteration, as a resumed run can leave them, the later one counts.</param>
    public Timeline(IEnumerable<MetricsLine> lines)
    {
        var stages = new List<Stretch>();
        var start = 0.0;
        foreach (var stage in lines.GroupBy(line => line.Stage))
        {
            var iterations = new SortedDictionary<int, MetricsLine>();
            foreach (var line in stage)
            {
                iterations[line.Iteration] = line;
            }

            _lines.AddRange(iterations.Values.Select(line => (line, start + line.Iteration)));
            stages.Add(new(stage.Key, start, start + iterations.Keys.Last()));
            start = stages[^1].End;
        }

        Stages = stages;
    }

    public IReadOnlyList<Stretch> Stages { get; }

    /// <summary>The names of all metrics, in the order of the file.</summary>
    public IEnumerable<string> Metrics => _lines.SelectMany(entry => entry.Line.Values.Keys).Distinct();

    /// <summary>A metric's values; none where it was not measured.</summary>
    public IEnumerable<PlotPoint> Points(string metric) =>
        _lines.Where(entry => entry.Line.Values.ContainsKey(metric)).Select(entry => new PlotPoint(entry.Place, entry.Line.Values[metric]));
}
