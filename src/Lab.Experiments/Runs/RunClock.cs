namespace Lab.Experiments;

/// <summary>Wall time of a run, over all processes that worked on it.</summary>
/// <param name="time">Measures.</param>
/// <param name="before">Seconds of the processes before this one, up to where it went on.</param>
internal sealed class RunClock(TimeProvider time, double before)
{
    private readonly long _start = time.GetTimestamp();

    public double Seconds => before + time.GetElapsedTime(_start).TotalSeconds;
}
