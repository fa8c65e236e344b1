using Lab.Core;

namespace Lab.Rewards;

public sealed record FormatOptions : RewardOptions;

/// <summary>
/// Whether the answer has a form that the environment can read at all, as its fact <c>readable</c> says. Where there is no such
/// fact, an episode is in form if it ended with an answer.
/// </summary>
[Reward("format", "1 for an answer that the environment can read, right or not, else 0")]
public sealed class Format : IReward
{
    private const string Readable = "readable";

    // It has no options of its own; the constructor is where the catalogue sees which record is its.
    public Format(FormatOptions options) => ArgumentNullException.ThrowIfNull(options);

    public (double Low, double High) Range => (0, 1);

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop)
    {
        var readable = episode.Verdict?.Fact(Readable) is { } fact ? fact >= 1 : episode.StopReason == StopReason.Answered;
        return ValueTask.FromResult(new Score(readable ? 1 : 0));
    }
}
