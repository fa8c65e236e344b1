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
    private int _killed;

    private WorkerProcess(Process process, TimeProvider time)
    {
        (_process, _time) = (process, time);
        // A stack that overflows is written out at length, and somebody must read it; it says nothing about the program.
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>The process, as the system names it.</summary>
    public int Id => _process.Id;

    /// <summary>Whether the clock ended it.</summary>
    public bool Tripped => Volatile.Read(ref _killed) == 1;

    /// <summary>Starts a worker, and waits until it is ready.</summary>
    /// <exception cref="SandboxException">It cannot be started.</exception>
    public static WorkerProcess Start(ProcessStartInfo command, TimeSpan patience, TimeProvider time)
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

        if (worker.Within(patience, () => Frames.Read(worker._process.StandardOutput.BaseStream, WorkReply.Read)) is { Results.Count: 0 })
        {
            return worker;
        }

        var why = worker.Tripped ? $"it was not ready after {patience.TotalSeconds} s" : "its process ended at once";
        worker.Dispose();
        throw new SandboxException($"the sandbox cannot be started: {why} ({command.FileName} {string.Join(' ', command.ArgumentList)})");
    }

    /// <summary>Hands it an order: the answer, or null where the process ended over it, by itself or by the clock.</summary>
    public WorkReply? Ask(WorkOrder order, TimeSpan patience) => Within(patience, () =>
    {
        Frames.Write(_process.StandardInput.BaseStream, order.Write);
        return Frames.Read(_process.StandardOutput.BaseStream, WorkReply.Read) is { } reply && reply.Results.Count == order.Runs ? reply : null;
    });

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private WorkReply? Within(TimeSpan patience, Func<WorkReply?> talk)
    {
        using var timer = _time.CreateTimer(_ => Trip(), null, patience, Timeout.InfiniteTimeSpan);
        try
        {
            return talk();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or ObjectDisposedException)
        {
            return null;
        }
    }

    private void Trip()
    {
        Volatile.Write(ref _killed, 1);
        Kill();
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
}
