using System.Collections.Concurrent;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class HeldOutTests
{
    private static readonly Arithmetic Products = new(new());

    [TestMethod]
    public void Over_a_million_seeds_training_never_poses_what_evaluation_may()
    {
        var source = new ProblemSource(Products, new HeldOut(0.1));
        var draw = Draw.From(1);
        var trained = new ConcurrentDictionary<string, byte>();
        Parallel.For(0, 1_000_000, seed => trained.TryAdd(Sum(source.Train(draw.At(seed), 1)), 0));
        var held = source.Evaluate(800, draw.At("evaluate"), 1).Select(Sum).ToHashSet();

        Assert.IsFalse(held.Overlaps(trained.Keys));
        Assert.IsFalse(held.Select(Mirrored).ToHashSet().Overlaps(trained.Keys), "24*17 is held out with 17*24");
        // 8100 products of two-digit numbers: with the held-out tenth, a million draws show all but a handful of them.
        Assert.IsInRange(7900, 8100, trained.Count + AllHeld().Count);
        Assert.IsTrue(held.IsSubsetOf(AllHeld()));
    }

    [TestMethod]
    public void A_tenth_of_the_keys_is_held_out()
    {
        // 4095 pairs of two-digit numbers: four deviations are 0.019.
        var keys = Everything().Select(pair => pair.Key).Distinct().ToArray();

        Assert.HasCount(4095, keys);
        Assert.AreEqual(0.1, keys.Count(new HeldOut(0.1).Contains) / 4095.0, 0.019);
    }

    [TestMethod]
    public void Evaluation_problems_are_distinct_while_there_are_new_ones()
    {
        var problems = new ProblemSource(Products, new HeldOut(0.1)).Evaluate(500, Draw.From(1), 1);

        Assert.HasCount(500, problems.Select(Sum).Distinct());
        Assert.HasCount(500, problems);
    }

    [TestMethod]
    public void Where_few_are_held_out_evaluation_repeats_them()
    {
        var problems = new ProblemSource(Products, new HeldOut(0.1)).Evaluate(40, Draw.From(1), 0);

        Assert.HasCount(40, problems);
        Assert.IsLessThan(40, problems.Select(Sum).Distinct().Count());
    }

    [TestMethod]
    public void A_larger_share_holds_out_all_of_a_smaller_one() =>
        Assert.IsTrue(Everything().Where(pair => new HeldOut(0.1).Contains(pair.Key)).All(pair => new HeldOut(0.3).Contains(pair.Key)));

    [TestMethod]
    public void Where_nothing_is_held_out_evaluation_poses_what_training_does()
    {
        var problems = new ProblemSource(Products, new HeldOut(0)).Evaluate(400, Draw.From(1), 1);
        Assert.HasCount(400, problems);
        Assert.IsTrue(problems.Any(problem => AllHeld().Contains(Sum(problem))) && problems.Any(problem => !AllHeld().Contains(Sum(problem))));
    }

    [TestMethod]
    public void A_split_that_leaves_nothing_says_so()
    {
        Assert.Contains("leaves no problem to evaluate on", Assert.ThrowsExactly<EmptySplitException>(
            () => new ProblemSource(Products, new HeldOut(1e-12)).Evaluate(1, Draw.From(1), 1)).Message);
        Assert.Contains("leaves no problem to train on", Assert.ThrowsExactly<EmptySplitException>(
            () => new ProblemSource(Products, new HeldOut(1)).Train(Draw.From(1), 1)).Message);
    }

    private static HashSet<string> AllHeld() => Everything().Where(pair => new HeldOut(0.1).Contains(pair.Key)).Select(pair => pair.Sum).ToHashSet();

    private static IEnumerable<(string Sum, string Key)> Everything() =>
        from left in Enumerable.Range(10, 90)
        from right in Enumerable.Range(10, 90)
        let problem = Products.Read($"{left}*{right}", out _)
        select (Sum(problem), problem.Key);

    private static string Sum(Problem problem) => ((TextPart)problem.Prompt(0)[0]).Text;

    private static string Mirrored(string sum) => string.Join('*', sum.TrimEnd('=').Split('*').Reverse()) + "=";
}
