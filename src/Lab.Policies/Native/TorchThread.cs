using System.Collections.Concurrent;
using System.Diagnostics;

namespace Lab.Policies;

/// <summary>
/// The one thread on which all torch work runs, in the order in which it was asked for: torch's scopes and guards belong to a
/// thread, and so must everything done inside them.
/// </summary>
public sealed class TorchThread : IDisposable
{
    // Never disposed: it holds nothing outside of managed memory, and a second Dispose of the thread must find it whole.
    private readonly BlockingCollection<Action> _queue = [];
    private readonly Thread _thread;
    private readonly Lock _clock = new();
    private TimeSpan _busy;
    private long? _since;

    public TorchThread()
    {
        _thread = new Thread(Work) { IsBackground = true, Name = "torch" };
        _thread.UnsafeStart();
    }

    /// <summary>Whether the caller is on this thread.</summary>
    public bool IsCurrent => Thread.CurrentThread == _thread;

    /// <summary>How long it has worked so far: the rest of the time it waited for others.</summary>
    public TimeSpan Busy
    {
        get
        {
            // What it works on now counts too: a caller may ask as soon as its result is there, before the work has returned.
            lock (_clock)
            {
                return _busy + (_since is { } since ? Stopwatch.GetElapsedTime(since) : TimeSpan.Zero);
            }
        }
    }

    /// <summary>Runs work on the thread. Called from the thread itself, it runs at once.</summary>
    /// <param name="work">It must not wait for other work of this thread.</param>
    /// <param name="stop">Cancels work that has not begun.</param>
    /// <returns>Its result or what it threw. What awaits it goes on elsewhere.</returns>
    /// <exception cref="ObjectDisposedException">The thread was told to end.</exception>
    public Task<T> Run<T>(Func<T> work, CancellationToken stop = default)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (IsCurrent)
        {
            Complete(done, work, stop);
            return done.Task;
        }

        try
        {
            _queue.Add(() => Complete(done, work, stop), CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(TorchThread));
        }

        return done.Task;
    }

    /// <inheritdoc cref="Run{T}(Func{T}, CancellationToken)"/>
    public Task Run(Action work, CancellationToken stop = default) => Run(
        () =>
        {
            work();
            return true;
        },
        stop);

    /// <summary>Takes no more work and, unless called from the thread itself, waits for what was asked for.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        if (!IsCurrent)
        {
            _thread.Join();
        }
    }

    private void Work()
    {
        foreach (var work in _queue.GetConsumingEnumerable())
        {
            lock (_clock)
            {
                _since = Stopwatch.GetTimestamp();
            }

            work();
            lock (_clock)
            {
                _busy += Stopwatch.GetElapsedTime(_since.Value);
                _since = null;
            }
        }
    }

    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            done.SetCanceled(stop);
            return;
        }

        try
        {
            done.SetResult(work());
        }
        catch (OperationCanceledException error)
        {
            done.SetCanceled(error.CancellationToken);
        }
        catch (Exception error)
        {
            done.SetException(error);
        }
    }
}
