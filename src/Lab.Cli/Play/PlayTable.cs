using System.Globalization;
using Lab.Core;
using Lab.Experiments;
using Lab.Learning;

namespace Lab.Cli;

/// <summary>Who else sits at the table.</summary>
/// <param name="Name">As the command line calls it.</param>
/// <param name="Player">Takes every seat but the person's.</param>
/// <param name="Generator">What it samples from; null for a script.</param>
internal sealed record Opponent(string Name, IPlayer Player, IGenerator? Generator);

/// <summary>Seats a person at one problem after another, with the referee and the rewards that policies have.</summary>
/// <param name="parts">What is played with.</param>
/// <param name="opponent">Takes the other seats, where there are any.</param>
/// <param name="own">The person's seat; null for another one from match to match.</param>
/// <param name="view">What the person sees.</param>
internal sealed class PlayTable(ExperimentParts parts, Opponent? opponent, int? own, PlayView view)
{
    /// <summary>Plays until the person leaves, or so many problems.</summary>
    /// <param name="seed">The first problem's; the next problem has the next seed.</param>
    /// <param name="difficulty">In [0, 1].</param>
    /// <param name="problems">At most so many; null for no end.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task Play(ulong seed, double difficulty, int? problems, CancellationToken stop)
    {
        var person = new Person(parts.Tools.Names, view);
        var verdicts = new List<Verdict>();
        try
        {
            for (; verdicts.Count < (problems ?? int.MaxValue); seed++)
            {
                var problem = parts.Environment.Pose(seed, difficulty);
                var seat = own ?? verdicts.Count % problem.Seats;
                view.Begin(Title(problem, seat));
                var episodes = await Play(problem, person, seat, stop);
                view.End(episodes[seat], Cause(problem, episodes, seat), (parts.Environment as IHasSolution)?.Solution(problem) ?? []);
                verdicts.Add(episodes[seat].Verdict!);
                if (verdicts.Count > 1)
                {
                    view.Tally(parts.Environment is IGame ? Results(verdicts) : Correct(verdicts));
                }
            }
        }
        catch (OperationCanceledException) when (person.HasLeft)
        {
        }
    }

    private async Task<IReadOnlyList<Episode>> Play(Problem problem, Person person, int seat, CancellationToken stop)
    {
        // Nobody learns here; to be collected, an episode must be one that is learned from.
        var occupants = Enumerable.Range(0, problem.Seats).Select(place => new Occupant(place == seat ? person : opponent!.Player, Learns: true));
        var groups = await parts.Rollouts.Collect([problem], 1, new Seating([.. occupants], moving: false), opponent?.Generator, Draw.From(problem.Seed).At("play"), stop);
        return [.. groups.Select(group => group.Episodes.Single())];
    }

    /// <summary>Why a match ended before its time.</summary>
    private string? Cause(Problem problem, IReadOnlyList<Episode> episodes, int seat) => episodes[seat].StopReason switch
    {
        StopReason.TooManyCalls => "too many calls",
        StopReason.LimitExceeded => "too many turns",
        StopReason.EndedByOther => string.Join("; ", episodes.Where(episode => episode.StopReason != StopReason.EndedByOther).Select(episode =>
            $"by {SeatNames.Of(parts.Environment, problem)[episode.Seat]}, who said '{Excerpt.Of(TranscriptView.Read(episode.Last))}'")),
        _ => null,
    };

    private static string Correct(List<Verdict> verdicts) =>
        string.Create(CultureInfo.InvariantCulture, $"{verdicts.Count(verdict => verdict.IsCorrect)} of {verdicts.Count} correct");

    private static string Results(List<Verdict> verdicts)
    {
        var results = verdicts.Select(verdict => verdict.Fact(GameTable.Result)).OfType<double>().ToArray();
        var ended = verdicts.Count - results.Length;
        return string.Create(CultureInfo.InvariantCulture, $"won {results.Count(result => result > 0)}, drawn {results.Count(result => result == 0)}, lost {results.Count(result => result < 0)}{(ended > 0 ? $", not played to the end {ended}" : "")}");
    }

    private string Title(Problem problem, int seat) => opponent is null
        ? string.Create(CultureInfo.InvariantCulture, $"seed {problem.Seed}, difficulty {problem.Difficulty}")
        : string.Create(CultureInfo.InvariantCulture, $"seed {problem.Seed}, as {SeatNames.Of(parts.Environment, problem)[seat]} against {opponent.Name}");
}
