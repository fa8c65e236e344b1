using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Lab.Experiments;

/// <summary>Traces and metrics of runs, for OpenTelemetry and anything else that listens.</summary>
public sealed class RunInstruments : IDisposable
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Lab.Runs";

    private readonly ActivitySource _source = new(Name);
    private readonly Meter _meter;
    private readonly Dictionary<string, Gauge<double>> _gauges = [];

    public RunInstruments(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _meter = meters.Create(Name);
    }

    /// <summary>Spans a run.</summary>
    public Activity? Experiment(string name) => _source.StartActivity("experiment")?.SetTag("lab.experiment", name);

    /// <summary>Spans a stage.</summary>
    public Activity? Stage(string label) => _source.StartActivity("stage")?.SetTag("lab.stage", label);

    /// <summary>Spans an iteration, from 1.</summary>
    public Activity? Iteration(string stage, int iteration) =>
        _source.StartActivity("iteration")?.SetTag("lab.stage", stage).SetTag("lab.iteration", iteration);

    /// <summary>Spans the collecting of episodes; calls of tools are its children.</summary>
    public Activity? Rollout(string stage) => _source.StartActivity("rollout")?.SetTag("lab.stage", stage);

    /// <summary>Records an iteration's metrics. One caller at a time.</summary>
    public void Record(string stage, OrderedDictionary<string, double> metrics)
    {
        foreach (var (name, value) in metrics)
        {
            if (!_gauges.TryGetValue(name, out var gauge))
            {
                _gauges[name] = gauge = _meter.CreateGauge<double>($"lab.{name}");
            }

            gauge.Record(value, new KeyValuePair<string, object?>("lab.stage", stage));
        }
    }

    public void Dispose() => _source.Dispose();
}
