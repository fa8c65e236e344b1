using System.Diagnostics.Metrics;

namespace Lab.Hosting;

/// <summary>Metrics of the sandbox.</summary>
public sealed class SandboxInstruments
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Lab.Sandbox";

    private readonly Counter<long> _programs;
    private readonly Counter<long> _started;
    private readonly Counter<long> _replaced;
    private readonly Counter<long> _tripped;

    public SandboxInstruments(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _programs = meter.CreateCounter<long>("lab.sandbox.programs", "{program}", "Programs run, one for each call of a function.");
        _started = meter.CreateCounter<long>("lab.sandbox.workers.started", "{process}", "Worker processes started.");
        _replaced = meter.CreateCounter<long>("lab.sandbox.workers.replaced", "{process}", "Worker processes that a program ended, or that were ended for it.");
        _tripped = meter.CreateCounter<long>("lab.sandbox.tripwires", "{program}", "Programs that the clock behind the counts stopped.");
    }

    internal void Ran(int programs) => _programs.Add(programs);

    internal void Started() => _started.Add(1);

    internal void Replaced() => _replaced.Add(1);

    internal void Tripped() => _tripped.Add(1);
}
