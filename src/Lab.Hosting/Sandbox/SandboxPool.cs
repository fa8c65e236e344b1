using System.Collections.Concurrent;
using Lab.Core;
using Lab.Sandbox;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Lab.Hosting;

/// <summary>
/// Runs programs in worker processes, which are started when first needed and replaced when a program has ended one. What a
/// program does to its process is the program's fault; what the lab cannot do is a <see cref="SandboxException"/>.
/// </summary>
public sealed partial class SandboxPool : ISandbox, IDisposable
{
    private static readonly SandboxLimits s_probe = new(1000, 1 << 20, 10, 100, 100);

    private readonly SandboxPoolOptions _options;
    private readonly SandboxInstruments _instruments;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _places;
    private readonly ConcurrentBag<WorkerProcess> _idle = [];
    private readonly ResiliencePipeline _start;
    private int _tripped;

    public SandboxPool(SandboxPoolOptions options, SandboxInstruments instruments, TimeProvider time, ILogger<SandboxPool> logger)
    {
        (_options, _instruments, _time, _logger) = (options, instruments, time, logger);
        _places = new(options.Workers);
        _start = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<SandboxException>(), MaxRetryAttempts = 1, Delay = TimeSpan.FromSeconds(0.2) })
            .Build();
    }

    public int Tripped => Volatile.Read(ref _tripped);

    /// <summary>The processes that wait for work, as the system names them.</summary>
    internal IReadOnlyList<int> Idle => [.. _idle.Select(worker => worker.Id)];

    public SandboxResult Run(string program, SandboxLimits limits, CancellationToken stop = default) => Run(new WorkOrder(program, null, [], limits), stop)[0];

    public IReadOnlyList<SandboxResult> Call(string program, string function, IReadOnlyList<string> arguments, SandboxLimits limits, CancellationToken stop = default) =>
        arguments.Count == 0 ? [] : Run(new WorkOrder(program, function, arguments, limits), stop);

    public string? NotReady()
    {
        try
        {
            return Run("1+1", s_probe) is { Text: "2" } ? null : "the sandbox answers wrong";
        }
        catch (SandboxException error)
        {
            return error.Message;
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var worker))
        {
            worker.Dispose();
        }

        _places.Dispose();
    }

    private IReadOnlyList<SandboxResult> Run(WorkOrder order, CancellationToken stop)
    {
        if (order.Program.Length > order.Limits.Source)
        {
            return All(order, "source");
        }

        _places.Wait(stop);
        try
        {
            _instruments.Ran(order.Runs);
            var answer = Ask(_idle.TryTake(out var idle) ? idle : Start(stop), order, stop);
            if (answer is { Reply: null, Tripped: false })
            {
                // The process may have ended for a reason of its own, even before it was asked. One that has just been started decides.
                answer = Ask(Start(stop), order, stop);
            }

            return answer.Reply switch
            {
                null => Blame(order, answer.Tripped, stop),
                { Fault: { } fault } => throw new SandboxException($"the sandbox was asked for what it cannot do: {fault}"),
                var reply => reply.Results,
            };
        }
        finally
        {
            _places.Release();
        }
    }

    private WorkerAnswer Ask(WorkerProcess worker, WorkOrder order, CancellationToken stop)
    {
        var goesOn = false;
        try
        {
            var answer = worker.Ask(order, _options.Tripwire, stop);
            goesOn = answer is { Reply.Retires: false, Tripped: false };
            return answer;
        }
        finally
        {
            if (goesOn)
            {
                _idle.Add(worker);
            }
            else
            {
                worker.Dispose();
                _instruments.Replaced();
            }
        }
    }

    /// <summary>Two processes ended over a program, or the clock ended one. If a new one does as it is told, it was the program.</summary>
    private SandboxResult[] Blame(WorkOrder order, bool tripped, CancellationToken stop)
    {
        if (tripped)
        {
            Interlocked.Increment(ref _tripped);
            _instruments.Tripped();
            LogTripwire(_options.Tripwire.TotalSeconds, Excerpt.Of(order.Program));
        }

        return Ask(Start(stop), new("1+1", null, [], s_probe), stop).Reply?.Results is [{ Text: "2" }]
            ? All(order, tripped ? "time" : "memory")
            : throw new SandboxException($"the sandbox does not answer: {(tripped ? "two" : "three")} processes in a row ended without a word");
    }

    private WorkerProcess Start(CancellationToken stop) => _start.Execute(
        static (pool, stop) =>
        {
            var worker = WorkerProcess.Start(WorkerCommand.Describe(pool._options.Folder, pool._options.HeapBytes), pool._options.Start, pool._time, stop);
            pool._instruments.Started();
            return worker;
        },
        this,
        stop);

    private static SandboxResult[] All(WorkOrder order, string limit) =>
        [.. Enumerable.Repeat(new SandboxResult(SandboxOutcome.Exceeded, limit), order.Runs)];

    [LoggerMessage(Level = LogLevel.Warning, Message = "a program was stopped after {Seconds} s by the clock, not by a count, and is wrong: this run may not repeat byte for byte ('{Program}')")]
    private partial void LogTripwire(double seconds, string program);
}
