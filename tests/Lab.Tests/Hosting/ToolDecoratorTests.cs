using System.Diagnostics.Metrics;
using Lab.Core;
using Lab.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lab.Tests;

[TestClass]
public sealed class ToolDecoratorTests
{
    [TestMethod]
    public async Task At_most_64_calls_run_at_once_and_none_is_dropped()
    {
        var gate = new TaskCompletionSource();
        var entered = 0;
        var tool = new BoundedToolDecorator().Decorate("slow", new Scripted(async () =>
        {
            Interlocked.Increment(ref entered);
            await gate.Task;
            return ToolResult.Answer("done");
        }));
        var calls = Enumerable.Range(0, 200).Select(_ => tool.Call("", CancellationToken.None).AsTask()).ToArray();
        Assert.AreEqual(64, entered);
        gate.SetResult();
        var results = await Task.WhenAll(calls);
        Assert.AreEqual(200, entered);
        Assert.IsTrue(results.All(result => result.Text == "done"));
    }

    [TestMethod]
    public async Task A_call_that_waits_can_be_given_up()
    {
        var gate = new TaskCompletionSource();
        var tool = new BoundedToolDecorator().Decorate("slow", new Scripted(async () =>
        {
            await gate.Task;
            return ToolResult.Answer("done");
        }));
        var calls = Enumerable.Range(0, 64).Select(_ => tool.Call("", CancellationToken.None).AsTask()).ToArray();
        using var stop = new CancellationTokenSource();
        var waiting = tool.Call("", stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => waiting);
        gate.SetResult();
        await Task.WhenAll(calls);
    }

    [TestMethod]
    public async Task Every_call_is_counted_with_its_outcome()
    {
        using var provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = provider.GetRequiredService<IMeterFactory>();
        using var instruments = new ToolInstruments(factory);
        var counted = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                // Runs of other tests, at the same time, have meters of the same name.
                if (ReferenceEquals(instrument.Meter.Scope, factory) && instrument.Name == "lab.tool.calls")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) => counted.Add($"{count} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        listener.Start();
        ToolResult[] results = [ToolResult.Answer("1"), ToolResult.Refuse("no"), ToolResult.Break("oh")];
        foreach (var result in results)
        {
            Assert.AreSame(result, await new MeteredToolDecorator(instruments).Decorate("abacus", new Scripted(() => Task.FromResult(result))).Call("", CancellationToken.None));
        }

        CollectionAssert.AreEqual(new[] { "1 abacus Answered", "1 abacus Refused", "1 abacus Broken" }, counted);
    }

    [TestMethod]
    public async Task What_a_tool_fails_is_logged_and_what_it_answers_is_not()
    {
        var log = new Journal();
        var decorator = new RecordedToolDecorator(log);
        await decorator.Decorate("abacus", new Scripted(() => Task.FromResult(ToolResult.Answer("1")))).Call("1", CancellationToken.None);
        await decorator.Decorate("abacus", new Scripted(() => Task.FromResult(ToolResult.Break("a bead fell off")))).Call("2", CancellationToken.None);
        await Assert.ThrowsExactlyAsync<IOException>(async () => await decorator.Decorate("abacus", new Scripted(() => throw new IOException("lost"))).Call("3", CancellationToken.None));
        CollectionAssert.AreEqual(new[] { "tool abacus failed on '2': a bead fell off", "tool abacus failed on '3': lost" }, log.Lines);
    }

    private sealed class Scripted(Func<Task<ToolResult>> call) : ITool
    {
        public async ValueTask<ToolResult> Call(string arguments, CancellationToken stop) => await call();
    }

    private sealed class Journal : ILogger<RecordedToolDecorator>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
