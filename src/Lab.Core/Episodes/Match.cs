namespace Lab.Core;

/// <summary>One playing of a problem: an episode for each seat, in the order of the seats.</summary>
public sealed record Match(Problem Problem, EquatableArray<Episode> Episodes)
{
    /// <summary>A match in which nobody has said anything yet.</summary>
    /// <param name="environment">The environment's kind.</param>
    /// <param name="problem">What is played.</param>
    public static Match Begin(string environment, Problem problem) => new(problem, Enumerable.Range(0, problem.Seats)
        .Select(seat => new Episode(
            new(environment, problem.Seed, problem.Difficulty),
            problem.Key,
            seat,
            [new Segment(Role.Prompt, problem.Prompt(seat))]))
        .ToEquatableArray());

    public Match Append(int seat, Segment segment) => With(seat, Episodes[seat].Append(segment));

    public Match With(int seat, Episode episode) => this with { Episodes = Episodes.With(seat, episode) };
}
