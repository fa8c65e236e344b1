namespace Lab.Core;

/// <summary>Verdicts: the solution is correct, nothing cheap is, and what they say is declared and bounded.</summary>
internal static class VerdictChecks
{
    public static async Task<IReadOnlyList<Check>> Examine(Subject subject) =>
    [
        await Check.That("the solution is correct", () => Unsolved(subject), subject.Stop).ConfigureAwait(false),
        await Check.That("silence, garbage and the echoed prompt are not correct", () => Cheap(subject), subject.Stop).ConfigureAwait(false),
        await Check.That("an episode that was cut short is not correct", () => Cut(subject), subject.Stop).ConfigureAwait(false),
        await Check.That("whatever is said is decided, with a bounded verdict", () => Undecided(subject), subject.Stop).ConfigureAwait(false),
        await Check.That("facts are declared and within their range", () => Undeclared(subject), subject.Stop).ConfigureAwait(false),
    ];

    private static async Task<string?> Unsolved(Subject subject)
    {
        if (subject.Environment is IHasSolution solver)
        {
            foreach (var problem in subject.Problems)
            {
                var solution = solver.Solution(problem);
                var match = await subject.Recite(problem, solution).ConfigureAwait(false);
                if (match.Episodes.Any(episode => episode.Verdict is not { IsCorrect: true }))
                {
                    return $"{Subject.Name(problem)}: {Texts.Quote(Said(solution))} is {match.Episodes[0].Verdict?.Outcome} ({match.Episodes[0].Verdict?.Reason})";
                }
            }
        }

        return null;
    }

    private static async Task<string?> Cheap(Subject subject)
    {
        foreach (var problem in subject.Problems)
        {
            EquatableArray<Part>[] nonsense = [[], [new TextPart("")], [new TextPart(" \n")], [new TextPart("~garbage~")], problem.Prompt(0)];
            foreach (var said in nonsense)
            {
                // A seat may well win because another one said nonsense first.
                var match = await subject.Recite(problem, said).ConfigureAwait(false);
                if (match.Episodes.Any(episode => episode is { Verdict.IsCorrect: true, StopReason: not StopReason.EndedByOther }))
                {
                    return $"{Subject.Name(problem)}: {Texts.Quote(Said(said))} is correct";
                }
            }
        }

        return null;
    }

    private static async Task<string?> Cut(Subject subject)
    {
        if (subject.Environment is IHasSolution solver)
        {
            foreach (var problem in subject.Problems)
            {
                var match = await subject.Recite(problem, solver.Solution(problem)).ConfigureAwait(false);
                StopReason[] cuts = [StopReason.OutOfTokens, StopReason.TooManyCalls, StopReason.LimitExceeded, StopReason.Malformed];
                foreach (var cut in cuts)
                {
                    if (match.Episodes.Any(episode => subject.Environment.Verify(problem, episode with { StopReason = cut, Verdict = null }).IsCorrect))
                    {
                        return $"{Subject.Name(problem)}: the solution is correct although the episode ended as {cut}";
                    }
                }
            }
        }

        return null;
    }

    private static async Task<string?> Undecided(Subject subject)
    {
        foreach (var text in Texts.Hostile())
        {
            var match = await subject.Recite(subject.Problems[0], new TextPart(text)).ConfigureAwait(false);
            foreach (var verdict in match.Episodes.Select(episode => episode.Verdict))
            {
                if (verdict is null or { Outcome: Outcome.Undecided })
                {
                    return $"{Texts.Quote(text)} is undecided: {verdict?.Reason}";
                }

                if ((verdict.Answer?.Length ?? 0) + (verdict.Reason?.Length ?? 0) > Texts.Longest)
                {
                    return $"{Texts.Quote(text)} has a verdict of more than {Texts.Longest} characters";
                }
            }
        }

        return null;
    }

    private static async Task<string?> Undeclared(Subject subject)
    {
        var declared = subject.Environment.Facts.ToDictionary(fact => fact.Name, StringComparer.Ordinal);
        if (declared.Values.FirstOrDefault(fact => !double.IsFinite(fact.Low) || !double.IsFinite(fact.High) || fact.Low > fact.High) is { } odd)
        {
            return $"fact '{odd.Name}' is declared from {odd.Low} to {odd.High}";
        }

        foreach (var match in await subject.Matches().ConfigureAwait(false))
        {
            foreach (var fact in match.Episodes.SelectMany(episode => episode.Verdict?.Facts ?? []))
            {
                if (!declared.TryGetValue(fact.Name, out var promise))
                {
                    return $"{Subject.Name(match.Problem)}: fact '{fact.Name}' is not declared";
                }

                if (!(fact.Value >= promise.Low && fact.Value <= promise.High))
                {
                    return $"{Subject.Name(match.Problem)}: fact '{fact.Name}' is {fact.Value}, declared from {promise.Low} to {promise.High}";
                }
            }
        }

        return null;
    }

    private static string Said(EquatableArray<Part> parts) => string.Concat(parts.Select(Texts.Of));
}
