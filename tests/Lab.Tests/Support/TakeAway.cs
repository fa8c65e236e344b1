using System.Globalization;
using Lab.Core;

namespace Lab.Tests;

/// <summary>The seats take 1 to 3 stones in turn; who takes the last one wins, and an illegal move ends the match.</summary>
internal sealed class TakeAway : IEnvironment
{
    public Problem Pose(ulong seed, double difficulty) => new Pile(seed, difficulty, 4 + (int)(seed % 17));

    public Turn Next(Problem problem, Match soFar)
    {
        var moves = Enumerable.Range(0, 2).Select(seat => Moves(soFar.Episodes[seat], Role.Said)).ToArray();
        var mover = (moves[0].Length + moves[1].Length) % 2;
        var other = 1 - mover;
        var left = ((Pile)problem).Stones;
        foreach (var (seat, move) in moves[0].Select(move => (0, move)).Concat(moves[1].Select(move => (1, move))))
        {
            if (move is not ("1" or "2" or "3") || (left -= move[0] - '0') < 0)
            {
                return new Turn.End(seat);
            }
        }

        if (Moves(soFar.Episodes[mover], Role.Observed).Length < moves[other].Length)
        {
            return new Turn.Observe(mover, [new TextPart(moves[other][^1])]);
        }

        return left == 0 ? new Turn.End() : new Turn.Say(mover);
    }

    public Verdict Verify(Problem problem, Episode episode) => episode.StopReason switch
    {
        StopReason.Answered when episode.Last.Role == Role.Said => Verdict.Correct(episode.Last.Text),
        StopReason.Answered => Verdict.Wrong(null, "the other seat took the last stone"),
        StopReason.EndedByOther => Verdict.Correct(null),
        _ => Verdict.Wrong(null, "not played to the end"),
    };

    private static string[] Moves(Episode episode, Role role) =>
        episode.Transcript.Where(segment => segment.Role == role).Select(segment => segment.Text).ToArray();

    private sealed record Pile(ulong Seed, double Difficulty, int Stones) : Problem(Seed, Difficulty)
    {
        public override string Key => Stones.ToString(CultureInfo.InvariantCulture);

        public override int Seats => 2;

        public override EquatableArray<Part> Prompt(int seat) => [new TextPart($"{Stones} stones, you move {(seat == 0 ? "first" : "second")}.")];
    }
}
