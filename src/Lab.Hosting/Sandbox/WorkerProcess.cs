using System.ComponentModel;
using System.Diagnostics;
using Lab.Core;
using Lab.Sandbox;

namespace Lab.Hosting;

/// <summary>A process that runs programs, one at a time. Once it has ended it is of no more use.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly TimeProvider _time;

    private WorkerProcess(Process process, TimeProvider time)
    {
        (_process, _time) = (process, time);
        // A stack that overflows is written out at length, and somebody must read it; it says nothing about the program.
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>The process, as the system names it.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a worker, and waits until it is ready.</summary>
    /// <exception cref="SandboxException">It cannot be started.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static WorkerProcess Start(ProcessStartInfo command, TimeSpan patience, TimeProvider time, CancellationToken stop)
    {
        WorkerProcess worker;
        try
        {
            worker = new(Process.Start(command)!, time);
        }
        catch (Exception error) when (error is Win32Exception or IOException or InvalidOperationException)
        {
            throw new SandboxException($"the sandbox cannot be started: {error.Message}", error);
        }

        var isReady = false;
        try
        {
            var answer = worker.Within(patience, () => Frames.Read(worker._process.StandardOutput.BaseStream, WorkReply.Read), stop);
            isReady = answer is { Reply.Results.Count: 0, Tripped: false };
            var why = answer.Tripped ? $"it was not ready after {patience.TotalSeconds} s" : "its process ended at once";
            return isReady ? worker : throw new SandboxException($"the sandbox cannot be started: {why} ({command.FileName} {string.Join(' ', command.ArgumentList)})");
        }
        finally
        {
            if (!isReady)
            {
                worker.Dispose();
            }
        }
    }

    /// <summary>Hands it an order, and waits for the answer.</summary>
    /// <exception cref="OperationCanceledException">It was stopped, and the process has ended.</exception>
    public WorkerAnswer Ask(WorkOrder order, TimeSpan patience, CancellationToken stop) => Within(
        patience,
        () =>
        {
            Frames.Write(_process.StandardInput.BaseStream, order.Write);
            return Frames.Read(_process.StandardOutput.BaseStream, WorkReply.Read) is { } reply && (reply.Fault is not null || reply.Results.Count == order.Runs) ? reply : null;
        },
        stop);

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private WorkerAnswer Within(TimeSpan patience, Func<WorkReply?> talk, CancellationToken stop)
    {
        // Whoever is first decides how it ends. A clock that is late, as it may be even when it has been put away, finds it ended.
        var first = Ending.None;
        using var clock = _time.CreateTimer(_ => Interrupt(Ending.Tripped), null, patience, Timeout.InfiniteTimeSpan);
        using var stopping = stop.Register(() => Interrupt(Ending.Stopped));
        WorkReply? reply = null;
        try
        {
            reply = talk();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or ObjectDisposedException)
        {
            // It has ended, or says what is no answer.
        }

        IsFirst(Ending.Over);
        return first == Ending.Stopped ? throw new OperationCanceledException(stop) : new(reply, first == Ending.Tripped);

        bool IsFirst(Ending ending) => Interlocked.CompareExchange(ref first, ending, Ending.None) == Ending.None;

        void Interrupt(Ending ending)
        {
            if (IsFirst(ending))
            {
                Kill();
            }
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }

    private enum Ending
    {
        None,
        Over,
        Tripped,
        Stopped,
    }
}
