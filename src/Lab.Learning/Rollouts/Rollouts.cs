using Lab.Core;

namespace Lab.Learning;

/// <summary>Collects episodes: plays, verifies, scores.</summary>
/// <param name="referee">Plays the matches.</param>
/// <param name="scorer">Applies the reward functions.</param>
public sealed class Rollouts(Referee referee, Scorer scorer)
{
    /// <summary>Plays every problem the given number of times.</summary>
    /// <param name="problems">What is played.</param>
    /// <param name="attempts">How often each.</param>
    /// <param name="seating">Who sits where.</param>
    /// <param name="generator">What those who learn sample from; null for scripts.</param>
    /// <param name="draw">The randomness; attempt a of problem p plays with its branch p, a.</param>
    /// <param name="stop">Ends the run.</param>
    /// <returns>A group for each problem and each of its seats that learns, in order.</returns>
    public async Task<IReadOnlyList<Group>> Collect(
        IReadOnlyList<Problem> problems, int attempts, Seating seating, IGenerator? generator, Draw draw, CancellationToken stop)
    {
        if (seating.Count > 1 && problems.FirstOrDefault(problem => problem.Seats != seating.Count) is { } other)
        {
            throw new ArgumentException($"{seating.Count} players for {other.Seats} seats", nameof(seating));
        }

        var matches = new Match[problems.Count * attempts];
        await Wave.Run(generator, matches.Length, Play).ConfigureAwait(false);
        return Group(problems, attempts, seating, matches);

        async Task Play(int index)
        {
            var problem = problems[index / attempts];
            var players = Enumerable.Range(0, problem.Seats).Select(seat => seating.At(index / attempts, seat).Player).ToArray();
            var match = await referee.Play(problem, players, draw.At(index / attempts).At(index % attempts), stop).ConfigureAwait(false);
            foreach (var episode in match.Episodes)
            {
                match = match.With(episode.Seat, await scorer.Score(problem, episode, stop).ConfigureAwait(false));
            }

            matches[index] = match;
        }
    }

    /// <summary>The same with one player on every seat.</summary>
    public Task<IReadOnlyList<Group>> Collect(
        IReadOnlyList<Problem> problems, int attempts, IPlayer player, IGenerator? generator, Draw draw, CancellationToken stop) =>
        Collect(problems, attempts, Seating.Of(player), generator, draw, stop);

    private static List<Group> Group(IReadOnlyList<Problem> problems, int attempts, Seating seating, Match[] matches)
    {
        var groups = new List<Group>();
        for (var index = 0; index < problems.Count; index++)
        {
            var playings = matches.AsSpan(index * attempts, attempts).ToArray();
            for (var seat = 0; seat < problems[index].Seats; seat++)
            {
                if (seating.At(index, seat).Learns)
                {
                    groups.Add(new(problems[index], playings.Select(match => match.Episodes[seat]).ToEquatableArray()));
                }
            }
        }

        return groups;
    }
}
