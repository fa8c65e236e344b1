using System.Diagnostics;
using System.Diagnostics.Metrics;
using Lab.Core;

namespace Lab.Hosting;

/// <summary>Traces and metrics of tool calls.</summary>
public sealed class ToolInstruments : IDisposable
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Lab.Tools";

    private readonly ActivitySource _source = new(Name);
    private readonly Counter<long> _calls;
    private readonly Histogram<double> _duration;

    public ToolInstruments(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _calls = meter.CreateCounter<long>("lab.tool.calls", "{call}", "Calls of tools.");
        _duration = meter.CreateHistogram<double>("lab.tool.duration", "s", "How long a call took.");
    }

    internal Activity? Call(string tool) => _source.StartActivity("tool call")?.SetTag("lab.tool", tool);

    internal void Called(string tool, ToolOutcome outcome, TimeSpan duration)
    {
        var tags = new TagList { { "lab.tool", tool }, { "lab.outcome", outcome.ToString() } };
        _calls.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);
    }

    public void Dispose() => _source.Dispose();
}
