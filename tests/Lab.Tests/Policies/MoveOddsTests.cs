using Lab.Core;
using Lab.Policies;

namespace Lab.Tests;

[TestClass]
public sealed class MoveOddsTests
{
    private static readonly CancellationToken s_stop = CancellationToken.None;

    [TestMethod]
    public async Task A_text_is_as_likely_as_its_tokens_one_after_the_other()
    {
        var policy = await Torch.Tiny();
        await using var letting = policy.ConfigureAwait(false);
        var odds = await Odds(policy, ["1", "12", "3"], length: 2);

        // A move of one character takes an end mark; one of the turn's length does not.
        var first = await Next(policy, "");
        var second = await Next(policy, "1");
        var third = await Next(policy, "3");
        Assert.AreEqual(first('1') * second(null), Of(odds, "1"), 1e-7);
        Assert.AreEqual(first('1') * second('2'), Of(odds, "12"), 1e-7);
        Assert.AreEqual(first('3') * third(null), Of(odds, "3"), 1e-7);
    }

    [TestMethod]
    public async Task All_that_can_be_said_adds_up_to_1()
    {
        var policy = await Torch.Tiny();
        await using var letting = policy.ConfigureAwait(false);
        var odds = await Odds(policy, [.. Enumerable.Range(' ', 95).Select(character => $"{(char)character}")], length: 1);

        // What is left are the marks, which begin no move.
        var next = await Next(policy, "");
        Assert.AreEqual(Enumerable.Range(' ', 95).Sum(character => next((char)character)), odds.Sum(move => move.Probability), 1e-6);
        Assert.IsTrue(odds.All(move => move.Probability > 0));
    }

    private static async Task<EquatableArray<Possibility>> Odds(Policy policy, EquatableArray<string> texts, int length) =>
        await new MoveOdds(policy.Generator, policy.Renderer).Of(Asked(), texts, length, Draw.From(1), s_stop);

    private static Episode Asked() => Match.Begin("asked", new Question()).Episodes[0];

    // The probabilities of what follows the prompt and a beginning; null stands for the end mark.
    private static async Task<Func<char?, double>> Next(Policy policy, string begun)
    {
        var tokens = new List<int>();
        policy.Renderer.Render(Asked().Transcript[0], tokens);
        using var sequence = policy.Generator.Open(Draw.From(2));
        sequence.Append([.. tokens, .. begun.Select(CharacterTokenizer.Encode)]);
        var odds = (await sequence.Peek(CharacterTokenizer.Size, s_stop)).Top.ToDictionary(candidate => candidate.Token, candidate => Math.Exp(candidate.LogProbability));
        return character => odds[character is { } said ? CharacterTokenizer.Encode(said) : CharacterTokenizer.End];
    }

    private static double Of(EquatableArray<Possibility> odds, string text) => Strategies.Of(odds, text);

    private sealed record Question() : Problem(1, 1)
    {
        public override string Key => "question";

        public override EquatableArray<Part> Prompt(int seat) => [new TextPart("now?")];
    }
}
