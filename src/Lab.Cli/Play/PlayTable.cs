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
                var episode = await Play(problem, person, seat, stop);
                view.End(episode, (parts.Environment as IHasSolution)?.Solution(problem) ?? []);
                verdicts.Add(episode.Verdict!);
                if (verdicts.Count > 1)
                {
                    view.Tally(verdicts);
                }
            }
        }
        catch (OperationCanceledException) when (person.HasLeft)
        {
        }
    }

    private async Task<Episode> Play(Problem problem, Person person, int seat, CancellationToken stop)
    {
        var occupants = Enumerable.Range(0, problem.Seats).Select(place => place == seat ? new Occupant(person, Learns: true) : new Occupant(opponent!.Player, Learns: false));
        var groups = await parts.Rollouts.Collect([problem], 1, new Seating([.. occupants], moving: false), opponent?.Generator, Draw.From(problem.Seed).At("play"), stop);
        return groups.Single().Episodes.Single();
    }

    private string Title(Problem problem, int seat) => opponent is null
        ? string.Create(CultureInfo.InvariantCulture, $"seed {problem.Seed}, difficulty {problem.Difficulty}")
        : string.Create(CultureInfo.InvariantCulture, $"seed {problem.Seed}, as {SeatNames.Of(parts.Environment, problem)[seat]} against {opponent.Name}");
}
