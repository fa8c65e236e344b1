namespace Lab.Core;

/// <summary>Problems: the same for the same seed, readable, and split by keys that leak nothing.</summary>
internal static class ProblemChecks
{
    public static async Task<IReadOnlyList<Check>> Examine(Subject subject) =>
    [
        await Check.That("same seed and difficulty, same problem", () => Changed(subject), subject.Stop).ConfigureAwait(false),
        await Check.That("a problem carries the seed and difficulty it was posed from", () => Misplaced(subject), subject.Stop).ConfigureAwait(false),
        await Check.That("every seat is told something that a policy can read", () => Unreadable(subject), subject.Stop).ConfigureAwait(false),
        await Check.That("one prompt has one key", () => Leak(subject), subject.Stop).ConfigureAwait(false),
        await Check.That("one key has one solution", () => Contradiction(subject), subject.Stop).ConfigureAwait(false),
        await Check.That("there are keys to hold out and keys to train on", () => Monotony(subject), subject.Stop).ConfigureAwait(false),
    ];

    private static string? Changed(Subject subject) => subject.Asked
        .Zip(subject.Problems)
        .Where(pair => Portrait.Of(subject.Environment, pair.Second) != Portrait.Of(subject.Environment, subject.Environment.Pose(pair.First.Seed, pair.First.Difficulty)))
        .Select(pair => $"{Subject.Name(pair.Second)}: posed again, it has another key, prompt or solution")
        .FirstOrDefault();

    private static string? Misplaced(Subject subject) => subject.Asked
        .Zip(subject.Problems)
        .Where(pair => (pair.First.Seed, pair.First.Difficulty) != (pair.Second.Seed, pair.Second.Difficulty))
        .Select(pair => $"posed from {Subject.Name(pair.First.Seed, pair.First.Difficulty)}, it says {Subject.Name(pair.Second)}")
        .FirstOrDefault();

    private static string? Unreadable(Subject subject)
    {
        foreach (var problem in subject.Problems)
        {
            if (problem.Seats < 1)
            {
                return $"{Subject.Name(problem)}: it has {problem.Seats} seats";
            }

            for (var seat = 0; seat < problem.Seats; seat++)
            {
                var text = string.Concat(problem.Prompt(seat).Select(Texts.Of));
                if (text.Length is 0 or > Texts.Longest || !Texts.IsReadable(text))
                {
                    return $"{Subject.Name(problem)}: seat {seat} is told {Texts.Quote(text)}";
                }
            }
        }

        return null;
    }

    private static string? Leak(Subject subject) => subject.Problems
        .GroupBy(Portrait.ToldBy)
        .Where(same => same.Select(problem => problem.Key).Distinct().Count() > 1)
        .Select(same => $"{Texts.Quote(string.Concat(same.Key[0].Select(Texts.Of)))} has keys {string.Join(" and ", same.Select(problem => problem.Key).Distinct().Take(2).Select(Texts.Quote))}: held out under one, trained on under the other")
        .FirstOrDefault();

    private static string? Contradiction(Subject subject) => subject.Environment is not IHasSolution solver ? null : subject.Problems
        .GroupBy(problem => problem.Key)
        .Where(same => same.Select(solver.Solution).Distinct().Count() > 1)
        .Select(same => $"key {Texts.Quote(same.Key)} has several")
        .FirstOrDefault();

    // Most games begin in one way: there is nothing to hold out.
    private static string? Monotony(Subject subject) => subject.Environment is IGame || subject.Problems.Select(problem => problem.Key).Distinct().Count() > 1
        ? null
        : $"every problem has key {Texts.Quote(subject.Problems[0].Key)}";
}
