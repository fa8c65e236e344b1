using System.Text.Json.Serialization;

namespace Lab.Core;

/// <summary>One seat's attempt at a problem, as that seat saw it.</summary>
/// <param name="Problem">Where to find the problem again.</param>
/// <param name="Key">The problem's key.</param>
/// <param name="Seat">The place at the table, from 0.</param>
/// <param name="Transcript">The prompt, then what was said and observed, in order.</param>
public sealed record Episode(ProblemId Problem, string Key, int Seat, EquatableArray<Segment> Transcript)
{
    /// <summary>Why it ended; null while it goes on.</summary>
    public StopReason? StopReason { get; init; }

    /// <summary>The environment's decision; null while it goes on.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>One score per reward function of the experiment, in the file's order; empty until scored.</summary>
    public EquatableArray<ComponentScore> Scores { get; init; }

    /// <summary>Why a reward function failed, where one did: the episode is not learned from, and its verdict stands.</summary>
    public string? Unscored { get; init; }

    /// <summary>The sum of score times weight.</summary>
    [JsonIgnore]
    public double TotalScore
    {
        get
        {
            var total = 0.0;
            foreach (var score in Scores)
            {
                total += score.Weight * score.Value;
            }

            return total;
        }
    }

    /// <summary>The last segment.</summary>
    [JsonIgnore]
    public Segment Last => Transcript[^1];

    /// <summary>Whether the seat's last word is an answer: it was free to end, and ended with text alone.</summary>
    [JsonIgnore]
    public bool HasAnswer => StopReason == Lab.Core.StopReason.Answered && Last.Role == Role.Said && Last.Parts.All(part => part is TextPart);

    /// <summary>Calls of tools so far.</summary>
    [JsonIgnore]
    public int Calls => Transcript.Count(segment => segment.Call is not null);

    /// <summary>Tokens sampled so far.</summary>
    [JsonIgnore]
    public int SaidTokens => Transcript.Sum(segment => segment.Said?.Tokens.Count ?? 0);

    /// <summary>Whether it teaches anything: decided, scored, and not ended by another seat's fault.</summary>
    [JsonIgnore]
    public bool IsLearnable => Unscored is null && Verdict is { Outcome: not Outcome.Undecided } && StopReason != Lab.Core.StopReason.EndedByOther;

    public Episode Append(Segment segment) => this with { Transcript = Transcript.Add(segment) };
}

/// <summary>What one reward function gave an episode.</summary>
/// <param name="Reward">The reward function's kind.</param>
/// <param name="Value">The score, in the function's declared range.</param>
/// <param name="Weight">Its weight in the experiment file.</param>
public readonly record struct ComponentScore(string Reward, double Value, double Weight);
