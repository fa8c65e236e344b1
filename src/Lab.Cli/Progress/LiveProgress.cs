using Lab.Experiments;
using Lab.Hosting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Cli;

/// <summary>Shows a run on a terminal, in one place that changes.</summary>
internal sealed class LiveProgress(Experiment experiment, TimeProvider time) : IRunWatcher
{
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private RunView _view = new(experiment);

    /// <summary>Shows what a run does until it is over.</summary>
    /// <param name="experiment">What runs.</param>
    /// <param name="console">A terminal.</param>
    /// <param name="time">Measures.</param>
    /// <param name="work">Runs it and tells what happens.</param>
    public static async Task<WorkedRun> Watch(Experiment experiment, IAnsiConsole console, TimeProvider time, Func<IRunWatcher, Task<WorkedRun>> work)
    {
        var progress = new LiveProgress(experiment, time);
        return await console.Live(new Text("")).StartAsync(async display =>
        {
            var working = work(progress);
            while (!working.IsCompleted)
            {
                display.UpdateTarget(progress.Draw(console.Profile.Width));
                await Task.WhenAny(working, Task.Delay(s_frame, time));
            }

            display.UpdateTarget(progress.Draw(console.Profile.Width));
            return await working;
        });
    }

    public void Report(RunEvent value)
    {
        lock (_gate)
        {
            _view = _view.After(value, time.GetElapsedTime(_start));
        }
    }

    public void Stopping()
    {
        lock (_gate)
        {
            _view = _view with { IsStopping = true };
        }
    }

    private IRenderable Draw(int width)
    {
        lock (_gate)
        {
            return LiveView.Draw(_view, time.GetElapsedTime(_start), width);
        }
    }
}
