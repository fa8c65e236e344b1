using Lab.Core;

namespace Lab.Rewards;

public sealed record FormatOptions : RewardOptions;

/// <summary>Whether the answer has a form that the environment can read at all, as its fact <c>readable</c> says.</summary>
[Reward("format", "1 for an answer that the environment can read, right or not, else 0")]
public sealed class Format : IReward
{
    private const string Readable = "readable";

    // It has no options of its own; the constructor is where the catalogue sees which record is its.
    public Format(FormatOptions options) => ArgumentNullException.ThrowIfNull(options);

    public (double Low, double High) Range => (0, 1);

    public IReadOnlyList<string> Reads => [Readable];

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) =>
        ValueTask.FromResult(new Score(episode.Verdict?.Fact(Readable) >= 1 ? 1 : 0));
}
