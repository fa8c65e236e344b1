namespace Lab.Core;

/// <summary>Ended and decided episodes made by hand, of every kind that a reward function may meet.</summary>
internal static class Specimens
{
    public static Problem Problem { get; } = new Question();

    public static IReadOnlyList<Episode> Of(IReadOnlyList<FactDeclaration> facts)
    {
        var episodes = new List<Episode>();
        foreach (var transcript in Transcripts())
        {
            foreach (var known in new EquatableArray<Fact>[] { [], [.. facts.Select(fact => new Fact(fact.Name, fact.Low))], [.. facts.Select(fact => new Fact(fact.Name, fact.High))] })
            {
                foreach (var reason in Enum.GetValues<StopReason>().Where(reason => reason != StopReason.Broken))
                {
                    episodes.Add(End(transcript, reason, new Verdict(Outcome.Wrong, null, "wrong", known)));
                }

                episodes.Add(End(transcript, StopReason.Answered, new Verdict(Outcome.Correct, "408", null, known)));
                episodes.Add(End(transcript, StopReason.EndedByOther, new Verdict(Outcome.Correct, null, null, known)));
            }
        }

        return episodes;
    }

    private static Episode End(EquatableArray<Segment> transcript, StopReason reason, Verdict verdict) =>
        new(new("specimen", Problem.Seed, Problem.Difficulty), Problem.Key, 0, transcript) { StopReason = reason, Verdict = verdict };

    private static IEnumerable<EquatableArray<Segment>> Transcripts()
    {
        var prompt = new Segment(Role.Prompt, Problem.Prompt(0));
        yield return [prompt];
        yield return [prompt, Segment.Say()];
        yield return [prompt, Segment.Say(new TextPart("408"))];
        yield return [prompt, new Segment(Role.Said, [new TextPart("4")], Ending.OutOfTokens, new Said([20], [-0.1f], [0.5f], "0"))];
        yield return [prompt, Segment.Say(new TextPart(new string('4', 100_000)))];
        foreach (var calls in new[] { 1, 2, 1000 })
        {
            yield return
            [
                prompt,
                .. Enumerable.Repeat<Segment[]>([Segment.Say(new CallPart("calculator", "17*24")), Segment.Observe(new ResultPart("calculator", "408"))], calls).SelectMany(both => both),
                Segment.Say(new TextPart("408")),
            ];
        }
    }

    private sealed record Question() : Problem(1, 1)
    {
        public override string Key => "17*24";

        public override EquatableArray<Part> Prompt(int seat) => [new TextPart("17*24=")];
    }
}
