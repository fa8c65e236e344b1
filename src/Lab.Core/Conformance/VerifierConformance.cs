using System.Text.Json;

namespace Lab.Core;

/// <summary>What every verifier of answers promises, checked on its own examples and on hostile texts.</summary>
public static class VerifierConformance
{
    /// <summary>Longest answer that a verdict may carry, in characters.</summary>
    public const int LongestAnswer = 50_000;

    private const int LongestReason = 1000;

    /// <summary>Examines a verifier: every check, passed or not, in a fixed order.</summary>
    public static async Task<IReadOnlyList<Check>> Examine(IAnswerVerifier verifier, CancellationToken stop)
    {
        IReadOnlyList<string> texts = ["~garbage~", "1", "hello", .. Texts.Hostile()];
        var nearness = verifier.Nearness;
        using var line = JsonDocument.Parse("{}");
        WrittenAnswer[] examples = [.. verifier.Examples.Select(example => example.Line.ValueKind == JsonValueKind.Undefined ? example with { Line = line.RootElement } : example)];
        var rights = new List<RightAnswer>();
        return
        [
            await Check.That("how near an answer came is a fact from 0 to 1", Unnamed, stop).ConfigureAwait(false),
            await Check.That("it reads its own examples", Unread, stop).ConfigureAwait(false),
            await Check.That("what it cannot read is refused with a reason", Unexplained, stop).ConfigureAwait(false),
            await Check.That("the right text is right", Unverified, stop).ConfigureAwait(false),
            await Check.That("silence and nonsense are not right", Cheap, stop).ConfigureAwait(false),
            await Check.That("whatever is said is decided, with a bounded verdict", Undecided, stop).ConfigureAwait(false),
            await Check.That("same answer, same verdict, from any thread", Inconstant, stop).ConfigureAwait(false),
        ];

        string? Unnamed() => nearness is { Name.Length: > 0, Low: 0, High: 1 } ? null : $"'{nearness.Name}' is declared from {nearness.Low} to {nearness.High}";

        string? Unread()
        {
            foreach (var example in examples)
            {
                if (verifier.Read(example, out var error) is not { } right || error is not null)
                {
                    return $"{Texts.Quote(example.Text)}: {error ?? "refused without a reason"}";
                }

                rights.Add(right);
            }

            return rights.Count == 0 ? "it has none" : null;
        }

        string? Unexplained()
        {
            foreach (var text in texts)
            {
                foreach (var example in (WrittenAnswer[])[new(text, [], line.RootElement), .. examples.Select(example => example with { Text = text })])
                {
                    var right = verifier.Read(example, out var error);
                    if (right is null ? error is not { Length: > 0 and < LongestReason } || error.Contains('\n', StringComparison.Ordinal) : error is not null)
                    {
                        return $"{Texts.Quote(text)}: {(right is null ? "refused without a reason of one line" : "read, with an error")}";
                    }
                }
            }

            return null;
        }

        string? Unverified() => Find(rights.Select(right => (right, right.Text)), verdict => verdict is { Outcome: Outcome.Correct, Closeness: 1 });

        string? Cheap() => Find(Pairs(["", " \n", .. texts]).Where(pair => pair.Text != pair.Right.Text), verdict => verdict.Outcome != Outcome.Correct);

        string? Undecided() => Find(Pairs(texts), verdict =>
            verdict.Outcome != Outcome.Undecided
            && verdict.Closeness is >= 0 and <= 1
            && (verdict.Answer?.Length ?? 0) <= LongestAnswer
            && (verdict.Reason?.Length ?? 0) <= LongestReason
            && (verdict.Outcome == Outcome.Correct || verdict.Reason is not null));

        async Task<string?> Inconstant()
        {
            var pairs = Pairs([.. texts, .. rights.Select(right => right.Text)]).ToArray();
            var alone = pairs.Select(pair => verifier.Verify(pair.Right, pair.Text)).ToArray();
            var different = await Threads.FindDifference(index => verifier.Verify(pairs[index].Right, pairs[index].Text), alone).ConfigureAwait(false);
            return different is { } index ? $"{Texts.Quote(pairs[index].Text)}: another verdict the second time" : null;
        }

        IEnumerable<(RightAnswer Right, string Text)> Pairs(IEnumerable<string> said) => said.SelectMany(text => rights.Select(right => (right, text)));

        string? Find(IEnumerable<(RightAnswer Right, string Text)> pairs, Func<AnswerVerdict, bool> holds) => pairs
            .Select(pair => (pair.Text, Verdict: verifier.Verify(pair.Right, pair.Text)))
            .Where(pair => !holds(pair.Verdict))
            .Select(pair => $"{Texts.Quote(pair.Text)} is {pair.Verdict.Outcome}, with {nearness.Name} {pair.Verdict.Closeness}, an answer of {pair.Verdict.Answer?.Length ?? 0} characters and reason {Texts.Quote(pair.Verdict.Reason ?? "")}")
            .FirstOrDefault();
    }
}
