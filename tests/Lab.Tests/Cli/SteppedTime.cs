namespace Lab.Tests;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Step(double seconds) => _now += TimeSpan.FromSeconds(seconds);

    public override long GetTimestamp() => _now.Ticks;
}
