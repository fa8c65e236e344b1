using Lab.Core;

namespace Lab.Tests;

/// <summary>
/// Both seats say h or t at once. Seat 0 wins where they match, seat 1 where they do not. A seat that says anything else ends
/// the match.
/// </summary>
internal sealed class MatchingPennies : IEnvironment
{
    public IReadOnlyList<FactDeclaration> Facts { get; } = [new("payoff", -1, 1, "1 won, -1 lost")];

    public Problem Pose(ulong seed, double difficulty) => new Pennies(seed, difficulty);

    public Turn Next(Problem problem, Match soFar)
    {
        if (soFar.Episodes.FirstOrDefault(episode => episode.Transcript.Count == 1) is { } silent)
        {
            return new Turn.Say(silent.Seat, MaxTokens: 2);
        }

        EquatableArray<int> offenders = [.. soFar.Episodes.Where(episode => episode.Transcript[1].Text is not ("h" or "t")).Select(episode => episode.Seat)];
        if (offenders.Count > 0)
        {
            return new Turn.End(offenders);
        }

        return soFar.Episodes.FirstOrDefault(episode => episode.Transcript.Count == 2) is { } blind
            ? new Turn.Observe(blind.Seat, soFar.Episodes[1 - blind.Seat].Transcript[1].Parts)
            : new Turn.End();
    }

    public Verdict Verify(Problem problem, Episode episode)
    {
        if (episode.StopReason != StopReason.Answered)
        {
            return Verdict.Wrong(null, "not played to the end");
        }

        var matched = episode.Transcript[1].Text == episode.Transcript[2].Text;
        return matched == (episode.Seat == 0)
            ? Verdict.Correct(episode.Transcript[1].Text, new Fact("payoff", 1))
            : Verdict.Wrong(episode.Transcript[1].Text, "lost", new Fact("payoff", -1));
    }

    private sealed record Pennies(ulong Seed, double Difficulty) : Problem(Seed, Difficulty)
    {
        public override string Key => $"table {Seed % 100}";

        public override int Seats => 2;

        public override EquatableArray<Part> Prompt(int seat) =>
            [new TextPart($"Table {Seed % 100}: you win where the pennies {(seat == 0 ? "match" : "differ")}. h or t?")];
    }
}
