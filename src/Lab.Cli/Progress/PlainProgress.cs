using System.Globalization;
using Lab.Experiments;
using Lab.Hosting;

namespace Lab.Cli;

/// <summary>Shows a run as lines of text: for files, pipes and terminals that can do no more.</summary>
/// <param name="experiment">What runs.</param>
/// <param name="output">Takes the lines.</param>
/// <param name="time">Measures.</param>
internal sealed class PlainProgress(Experiment experiment, TextWriter output, TimeProvider time) : IRunWatcher
{
    // Short iterations do not each get a line.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private RunView _view = new(experiment);
    private TimeSpan _quietUntil;

    public void Report(RunEvent value)
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start);
            var before = _view.Alarms;
            _view = _view.After(value, now);
            if (value is RunEvent.Advised advised)
            {
                foreach (var advice in RunLines.Advice(advised, before))
                {
                    Write(advice);
                }
            }
            else if (Line(value, now) is { } line)
            {
                Write(line);
            }
        }
    }

    public void Stopping()
    {
        lock (_gate)
        {
            Write(RunLines.Stopping);
        }
    }

    private void Write(string line)
    {
        output.WriteLine(line);
        output.Flush();
    }

    private string? Line(RunEvent happened, TimeSpan now)
    {
        switch (happened)
        {
            case RunEvent.Prepared:
                return RunLines.Start(_view);
            case RunEvent.Resumed resumed:
                return string.Join(Environment.NewLine, resumed.Notes);
            case RunEvent.StageStarted started:
                _quietUntil = now;
                return string.Create(CultureInfo.InvariantCulture, $"{started.Stage}: {started.Iterations} iterations{(started.From > 0 ? $", {started.From} of them done" : "")}");
            case RunEvent.IterationDone done when now >= _quietUntil || done.Iteration == done.Iterations:
                _quietUntil = now + s_pause;
                return RunLines.Iteration(_view.Stages[^1], now);
            case RunEvent.Evaluated evaluated:
                return RunLines.Evaluation(evaluated.Result);
            default:
                return null;
        }
    }
}
