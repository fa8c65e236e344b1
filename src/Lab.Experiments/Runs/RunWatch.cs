namespace Lab.Experiments;

/// <summary>
/// Stands between a run and whoever watches it: writes each iteration for TensorBoard and tells what the advisor says of it.
/// </summary>
internal sealed class RunWatch : IProgress<RunEvent>, IDisposable
{
    private readonly IProgress<RunEvent> _watcher;
    private readonly EventFile _events;
    private readonly Advisor _advisor;
    private IReadOnlyList<Alarm> _told = [];

    private RunWatch(IProgress<RunEvent> watcher, EventFile events, Advisor advisor) => (_watcher, _events, _advisor) = (watcher, events, advisor);

    /// <summary>All alarms so far: stage by stage, in order of cause.</summary>
    public IReadOnlyList<Alarm> Alarms => _advisor.Alarms;

    /// <summary>Watches a run from its beginning, or from where its metrics end.</summary>
    public static RunWatch Start(RunFolder folder, Experiment experiment, IProgress<RunEvent> watcher, TimeProvider time)
    {
        var past = File.Exists(folder.Metrics) ? JsonLines.Read(folder.Metrics, "metrics.jsonl", MetricsLine.Parse).Items : [];
        var advisor = Advisor.Of(experiment);
        foreach (var line in past)
        {
            advisor.Add(line);
        }

        return new(watcher, EventFile.Start(folder.TensorBoard, past, time), advisor);
    }

    public void Report(RunEvent value)
    {
        _watcher.Report(value);
        switch (value)
        {
            case RunEvent.StageStarted:
                _told = [];
                break;
            case RunEvent.IterationDone done:
                Take(done);
                break;
        }
    }

    public void Dispose() => _events.Dispose();

    private void Take(RunEvent.IterationDone done)
    {
        var line = MetricsLine.Of(done.Stage, done.Iteration, done.Metrics);
        _events.Write(line);
        var standing = _advisor.Add(line);
        if (!standing.SequenceEqual(_told))
        {
            _told = standing;
            _watcher.Report(new RunEvent.Advised(done.Stage, done.Iteration, standing));
        }
    }
}
