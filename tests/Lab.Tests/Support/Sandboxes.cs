using System.Diagnostics.Metrics;
using Lab.Core;
using Lab.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lab.Tests;

/// <summary>A sandbox for a test class, and what it counted.</summary>
internal sealed class Sandboxes : IDisposable
{
    /// <summary>What most programs of the tests may use.</summary>
    public static readonly SandboxLimits Limits = new(20_000, 2 << 20, 1000, 2000, 2000);

    private readonly ServiceProvider _provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _counts = [];

    public Sandboxes(SandboxPoolOptions? options = null, TimeProvider? time = null)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, _provider.GetRequiredService<IMeterFactory>()))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            lock (_counts)
            {
                _counts[instrument.Name] = _counts.GetValueOrDefault(instrument.Name) + value;
            }
        });
        _listener.Start();
        Pool = new(options ?? new(), new(_provider.GetRequiredService<IMeterFactory>()), time ?? TimeProvider.System, NullLogger<SandboxPool>.Instance);
    }

    public SandboxPool Pool { get; }

    public long Started => Count("lab.sandbox.workers.started");

    public long Replaced => Count("lab.sandbox.workers.replaced");

    public long Tripped => Count("lab.sandbox.tripwires");

    public long Programs => Count("lab.sandbox.programs");

    /// <summary>What the function of a program returns.</summary>
    public SandboxResult Call(string program, string arguments = "[]", SandboxLimits? limits = null) => Pool.Call(program, "f", [arguments], limits ?? Limits)[0];

    public SandboxResult Run(string program, SandboxLimits? limits = null) => Pool.Run(program, limits ?? Limits);

    public void Dispose()
    {
        Pool.Dispose();
        _listener.Dispose();
        _provider.Dispose();
    }

    private long Count(string name)
    {
        lock (_counts)
        {
            return _counts.GetValueOrDefault(name);
        }
    }
}
