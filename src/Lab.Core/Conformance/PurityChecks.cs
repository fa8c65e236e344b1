namespace Lab.Core;

/// <summary>Environments are pure functions: asking again, later or from many threads gives the same answer.</summary>
internal static class PurityChecks
{
    public static async Task<IReadOnlyList<Check>> Examine(Subject subject) =>
    [
        await Check.That("asking twice gives the same answer", () => Inconstant(subject), subject.Stop).ConfigureAwait(false),
        await Check.That("asking from several threads gives the same answer", () => Racing(subject), subject.Stop).ConfigureAwait(false),
        await Check.That("asking leaves the problem as it was", () => Mutated(subject), subject.Stop).ConfigureAwait(false),
    ];

    private static async Task<string?> Inconstant(Subject subject)
    {
        var matches = await subject.Matches().ConfigureAwait(false);
        var first = matches.Select(match => Answers.Of(subject, match)).ToArray();
        var second = matches.Select(match => Answers.Of(subject, match)).ToArray();
        return matches
            .Where((_, index) => first[index] != second[index])
            .Select(match => $"{Subject.Name(match.Problem)}: another verdict or turn the second time")
            .FirstOrDefault();
    }

    private static async Task<string?> Racing(Subject subject)
    {
        var matches = await subject.Matches().ConfigureAwait(false);
        var alone = matches.Select(match => Answers.Of(subject, match)).ToArray();
        var different = await Threads.FindDifference(index => Answers.Of(subject, matches[index]), alone).ConfigureAwait(false);
        return different is { } index ? $"{Subject.Name(matches[index].Problem)}: another problem, verdict or turn while other threads ask" : null;
    }

    private static async Task<string?> Mutated(Subject subject)
    {
        var before = subject.Problems.Select(problem => Portrait.Of(subject.Environment, problem)).ToArray();
        await subject.Matches().ConfigureAwait(false);
        return subject.Problems
            .Where((problem, index) => Portrait.Of(subject.Environment, problem) != before[index])
            .Select(problem => $"{Subject.Name(problem)}: a match changed it")
            .FirstOrDefault();
    }

    /// <summary>Everything that an environment says about an ended match.</summary>
    private sealed record Answers(Portrait Posed, Turn First, Turn Last, EquatableArray<Verdict> Verdicts)
    {
        public static Answers Of(Subject subject, Match match) => new(
            Portrait.Of(subject.Environment, subject.Environment.Pose(match.Problem.Seed, match.Problem.Difficulty)),
            subject.Environment.Next(match.Problem, subject.Begin(match.Problem)),
            subject.Environment.Next(match.Problem, match),
            match.Episodes.Select(episode => subject.Environment.Verify(match.Problem, episode)).ToEquatableArray());
    }
}
