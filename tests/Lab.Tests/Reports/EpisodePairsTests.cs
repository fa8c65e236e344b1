using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class EpisodePairsTests
{
    [TestMethod]
    public void Attempts_at_the_same_problem_are_paired_whatever_their_order()
    {
        var pairs = EpisodePairs.Match([Attempt(1, true), Attempt(2, false), Attempt(3, false)], [Attempt(4, true), Attempt(3, true), Attempt(1, false)]);

        CollectionAssert.AreEqual((ulong[])[1, 3], pairs.Select(pair => pair.Before.Problem.Seed).ToArray());
        CollectionAssert.AreEqual((ulong[])[1, 3], pairs.Select(pair => pair.After.Problem.Seed).ToArray());
        CollectionAssert.AreEqual((bool[])[false, true], pairs.Select(pair => pair.IsRight).ToArray());
    }

    [TestMethod]
    public void A_problem_that_was_asked_twice_is_paired_once() =>
        Assert.ContainsSingle(EpisodePairs.Match([Attempt(1, true), Attempt(1, false)], [Attempt(1, true), Attempt(1, true)]));

    [TestMethod]
    public void What_was_learned_is_shown_first_then_what_was_not()
    {
        var pairs = EpisodePairs.Match(
            [Attempt(1, true), Attempt(2, true), Attempt(3, false), Attempt(4, false), Attempt(5, false), Attempt(6, true)],
            [Attempt(1, true), Attempt(2, false), Attempt(3, false), Attempt(4, true), Attempt(5, true), Attempt(6, true)]);

        CollectionAssert.AreEqual((ulong[])[4, 5, 3, 2, 1], EpisodePairs.Choose(pairs).Select(pair => pair.Before.Problem.Seed).ToArray());
    }

    private static Episode Attempt(ulong seed, bool right) => new(new("sums", seed, 1), $"{seed}", 0, [Segment.Prompt(new TextPart("?"))])
    {
        Verdict = right ? Verdict.Correct("1") : Verdict.Wrong("2", "another number"),
    };
}
