using System.Diagnostics;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>
/// Does something at an exact moment of a run: its spans tell when the collecting of an iteration begins and when it has ended.
/// It hears only what happens below it, because other tests have spans of the same names.
/// </summary>
internal sealed class Moments : IDisposable
{
    private readonly Activity _root = new Activity("test").Start();
    private readonly ActivityListener _listener;

    /// <param name="iteration">Such as <c>reinforce/2</c>.</param>
    /// <param name="begun">Its collecting has begun.</param>
    /// <param name="ended">Its collecting has ended; it has not learned yet.</param>
    public Moments(string iteration, Action? begun = null, Action? ended = null)
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == RunInstruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = span => Tell(span, begun),
            ActivityStopped = span => Tell(span, ended),
        };
        ActivitySource.AddActivityListener(_listener);

        void Tell(Activity span, Action? then)
        {
            if (span.OperationName == "rollout" && span.TraceId == _root.TraceId && span.Parent is { } parent
                && $"{parent.GetTagItem("lab.stage")}/{parent.GetTagItem("lab.iteration")}" == iteration)
            {
                then?.Invoke();
            }
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _root.Dispose();
    }
}
