using Lab.Policies;

namespace Lab.Experiments;

/// <summary>Times one iteration: collecting, then learning. Evaluations after it are not counted.</summary>
internal sealed class IterationWatch(TimeProvider time, TorchThread torch)
{
    private readonly long _start = time.GetTimestamp();
    private readonly TimeSpan _busy = torch.Busy;
    private TimeSpan _collecting;

    /// <summary>The episodes are there.</summary>
    public void Collected() => _collecting = time.GetElapsedTime(_start);

    /// <summary>The policy has learned from them.</summary>
    public IterationTimes Learned() => new(_collecting, time.GetElapsedTime(_start), torch.Busy - _busy);
}

/// <summary>Where an iteration's wall time went.</summary>
/// <param name="Collecting">Playing, verifying, scoring.</param>
/// <param name="Total">All of it.</param>
/// <param name="Torch">How long torch's thread worked.</param>
public readonly record struct IterationTimes(TimeSpan Collecting, TimeSpan Total, TimeSpan Torch);
