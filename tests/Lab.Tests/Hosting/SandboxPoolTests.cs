using System.Diagnostics;
using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Lab.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Tests;

[TestClass]
public sealed class SandboxPoolTests
{
    private static readonly string s_nowhere = Path.Combine(Path.GetTempPath(), "no such folder");

    [TestMethod]
    public void Nothing_is_started_before_it_is_needed()
    {
        using var sandbox = new Sandboxes();
        Assert.AreEqual(0, sandbox.Started);

        sandbox.Run("1");

        Assert.AreEqual(1, sandbox.Started);
        Assert.AreEqual(1, sandbox.Programs);
    }

    [TestMethod]
    public void Programs_at_once_take_as_many_processes_as_there_may_be()
    {
        using var sandbox = new Sandboxes(new() { Workers = 2 });

        Parallel.For(0, 200, new() { MaxDegreeOfParallelism = 8 }, number => Assert.AreEqual($"{number + 1}", sandbox.Call("x=>x+1", $"[{number}]").Text));

        Assert.IsLessThanOrEqualTo(2, sandbox.Started);
        Assert.AreEqual(0, sandbox.Replaced);
        Assert.AreEqual(200, sandbox.Programs);
    }

    [TestMethod]
    public void A_process_that_has_ended_is_replaced_and_the_program_runs_again()
    {
        using var sandbox = new Sandboxes(new() { Workers = 1 });
        sandbox.Run("1");
        using (var worker = Process.GetProcessById(sandbox.Pool.Idle[0]))
        {
            worker.Kill();
            worker.WaitForExit();
        }

        Assert.AreEqual("2", sandbox.Run("1+1").Text);
        Assert.AreEqual(2, sandbox.Started);
        Assert.AreEqual(1, sandbox.Replaced);
    }

    [TestMethod]
    public void Processes_that_died_while_they_waited_are_not_the_next_programs_fault()
    {
        using var sandbox = new Sandboxes(new() { Workers = 2 });
        while (sandbox.Pool.Idle.Count < 2)
        {
            Parallel.Invoke(Busy, Busy, Busy);
        }

        foreach (var id in sandbox.Pool.Idle)
        {
            using var worker = Process.GetProcessById(id);
            worker.Kill();
            worker.WaitForExit();
        }

        Assert.AreEqual(new SandboxResult(SandboxOutcome.Returned, "2"), sandbox.Run("1+1"));
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Returned, "4"), sandbox.Run("2+2"));

        void Busy() => sandbox.Run("for(let i=0;i<9e3;i++){}");
    }

    [TestMethod]
    public void A_clock_that_fires_after_the_answer_harms_neither_the_process_nor_the_next_program()
    {
        var late = new LateClock();
        using var sandbox = new Sandboxes(new() { Workers = 1 }, late);
        sandbox.Run("1");

        late.Fire();

        Assert.AreEqual(new SandboxResult(SandboxOutcome.Returned, "2"), sandbox.Run("1+1"));
        Assert.AreEqual((1, 0, 0), (sandbox.Started, sandbox.Replaced, sandbox.Tripped));
    }

    [TestMethod]
    public async Task A_program_that_is_stopped_ends_with_its_process_and_so_does_the_wait_for_a_place()
    {
        using var sandbox = new Sandboxes(new() { Workers = 1 });
        sandbox.Run("1");
        using var stop = new CancellationTokenSource();
        var endless = Task.Run(() => sandbox.Pool.Run("for(;;);", Sandboxes.Limits with { Statements = int.MaxValue }, stop.Token), default);
        while (sandbox.Pool.Idle.Count > 0)
        {
            await Task.Delay(10, default);
        }

        var waiting = Task.Run(() => sandbox.Pool.Call("x=>x", "f", ["[1]"], Sandboxes.Limits, stop.Token), default);
        await stop.CancelAsync();

        await Assert.ThrowsExactlyAsync<OperationCanceledException>(() => endless);
        await Assert.ThrowsExactlyAsync<OperationCanceledException>(() => waiting);
        Assert.AreEqual("2", sandbox.Run("1+1").Text);
        Assert.AreEqual((2, 1, 0), (sandbox.Started, sandbox.Replaced, sandbox.Tripped));
    }

    [TestMethod]
    public void A_worker_ends_when_nobody_is_left_to_hear_its_answer()
    {
        using var worker = Process.Start(WorkerCommand.Describe(AppContext.BaseDirectory, 256 << 20))!;
        var ready = Frames.Read(worker.StandardOutput.BaseStream, WorkReply.Read);
        Assert.IsEmpty(ready!.Results);

        Frames.Write(worker.StandardInput.BaseStream, new WorkOrder("for(;;);", null, [], Sandboxes.Limits with { Statements = int.MaxValue }).Write);
        worker.StandardInput.Close();

        // The loop alone would take minutes.
        var ended = worker.WaitForExit(TimeSpan.FromSeconds(10));
        worker.Kill();
        Assert.IsTrue(ended);
    }

    [TestMethod]
    public void A_program_that_takes_all_the_memory_there_is_loses_its_process_and_nothing_else()
    {
        using var sandbox = new Sandboxes(new() { Workers = 1, HeapBytes = 64 << 20 });

        // It may allocate more than the heap holds: the heap's own limit is what stops it.
        var result = sandbox.Run("const a=[];for(let i=0;;i++)a.push('x'.repeat(1e6)+i+'y'.repeat(1e6))", Sandboxes.Limits with { Bytes = 1L << 40, Statements = 1_000_000 });

        Assert.AreEqual(new SandboxResult(SandboxOutcome.Exceeded, "memory"), result);
        Assert.AreEqual("2", sandbox.Run("1+1").Text);
        Assert.IsGreaterThanOrEqualTo(1, sandbox.Replaced);
        Assert.AreEqual(0, sandbox.Tripped);
    }

    [TestMethod]
    public void The_clock_behind_the_counts_ends_the_process_is_counted_and_makes_the_program_wrong()
    {
        using var sandbox = new Sandboxes(new() { Workers = 1, Tripwire = TimeSpan.FromSeconds(1) });

        var results = sandbox.Pool.Call("x=>{for(;;);}", "f", ["[1]", "[2]"], Sandboxes.Limits with { Statements = int.MaxValue });

        CollectionAssert.AreEqual(Enumerable.Repeat(new SandboxResult(SandboxOutcome.Exceeded, "time"), 2).ToArray(), results.ToArray());
        Assert.AreEqual(1, sandbox.Tripped);
        Assert.AreEqual("2", sandbox.Run("1+1").Text);
    }

    [TestMethod]
    public void A_sandbox_that_is_not_there_says_so_and_is_the_labs_fault()
    {
        using var sandbox = new Sandboxes(new() { Folder = s_nowhere });

        StringAssert.StartsWith(sandbox.Pool.NotReady(), "the sandbox cannot be started: ");
        Assert.ThrowsExactly<SandboxException>(() => sandbox.Run("1"));
        Assert.IsNull(new Sandboxes().Pool.NotReady());
    }

    [TestMethod]
    public async Task A_run_that_needs_it_does_not_begin_without_it()
    {
        using var provider = new ServiceCollection().AddLogging().AddMetrics()
            .AddSingleton(new SandboxPoolOptions { Folder = s_nowhere })
            .AddLab(Catalog.Scan(PluginAssemblies.Own)).BuildServiceProvider();
        var path = Path.Combine(Repository.Root, "experiments", "code.json");
        var experiment = ExperimentFile.Read(path).Experiment with { Tools = [new Lab.Environments.InterpreterOptions()] };

        var error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() => provider.GetRequiredService<RunPlanner>().Check(experiment, path, default));

        CollectionAssert.AreEqual(new[] { "$.environment", "$.tools[0]" }, error.Errors.Select(wrong => wrong.Path).ToArray());
        StringAssert.StartsWith(error.Errors[0].Message, "the sandbox cannot be started: ");
    }

    [TestMethod]
    public void Whoever_runs_a_program_learns_nothing_of_this_process()
    {
        var start = WorkerCommand.Describe(AppContext.BaseDirectory, 1 << 20);

        CollectionAssert.IsSubsetOf(
            start.Environment.Keys.ToArray(),
            new[] { "PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH", "DOTNET_ROOT", "DOTNET_GCHeapHardLimit", "DOTNET_EnableDiagnostics", "DOTNET_DbgEnableMiniDump", "DOTNET_NOLOGO" });
        Assert.AreEqual("100000", start.Environment["DOTNET_GCHeapHardLimit"], "2 to the 20th, in hexadecimal");
    }

    [TestMethod]
    public void Messages_survive_the_way_there_and_back_and_broken_ones_are_refused()
    {
        var order = new WorkOrder("x=>'é\ud83c'", "f", ["[1]", "[]"], new(1, 2, 3, 4, 5));
        using var stream = new MemoryStream();
        Frames.Write(stream, order.Write);
        Frames.Write(stream, new WorkReply([new(SandboxOutcome.Threw, "no")], true).Write);
        stream.Position = 0;

        var read = Frames.Read(stream, WorkOrder.Read)!;
        Assert.AreEqual("x=>'é\ufffd'", read.Program, "half a character is none");
        Assert.AreEqual(("f", "[1]|[]", order.Limits), (read.Function, string.Join('|', read.Arguments), read.Limits));
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Threw, "no"), Frames.Read(stream, WorkReply.Read)!.Results[0]);
        Assert.IsNull(Frames.Read(stream, WorkReply.Read), "the stream has ended");
        Assert.ThrowsExactly<InvalidDataException>(() => Frames.Read(new MemoryStream([255, 255, 255, 127]), WorkReply.Read));
        Assert.ThrowsExactly<InvalidDataException>(() => Frames.Read(new MemoryStream([2, 0, 0, 0, 0, 9]), WorkReply.Read));
    }

    /// <summary>A clock whose timers fire when they are told to, even when nobody waits any more: disposing of one does not undo a call that is under way.</summary>
    private sealed class LateClock : TimeProvider
    {
        private readonly List<Action> _timers = [];

        public void Fire() => _timers.ForEach(fire => fire());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add(() => callback(state));
            return new Timer(static _ => { });
        }
    }
}
