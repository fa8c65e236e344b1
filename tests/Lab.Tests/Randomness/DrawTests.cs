using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class DrawTests
{
    private const int Many = 100_000;
    private static readonly Draw Root = Draw.From(20_24);

    [TestMethod]
    public void A_path_gives_the_numbers_that_an_independent_program_gives()
    {
        var draw = Draw.From(1).At("rollout").At(-3);

        Assert.AreEqual(0xb42e3d5f8ab631b6UL, draw.Bits());
        Assert.AreEqual(0xd86342966bf05ee2UL, draw.Bits(7));
        Assert.AreEqual(0.703830562425275, draw.Uniform(), 1e-15);
        Assert.AreEqual(7, draw.Below(10));
        Assert.AreEqual(0.16788445482691366, draw.Normal(2), 1e-14);
    }

    [TestMethod]
    public void What_stands_at_a_place_does_not_depend_on_what_was_drawn_before()
    {
        var expected = Root.At("stage").At(3).Bits(5);

        var stage = Root.At("stage");
        _ = stage.Bits(5);
        _ = stage.At(2).Normal();
        _ = stage.At(3).Bits(4);

        Assert.AreEqual(expected, stage.At(3).Bits(5));
    }

    [TestMethod]
    public void Paths_that_look_alike_are_different_places()
    {
        Draw[] places =
        [
            Root, Draw.From(2025), Root.At(0), Root.At(1), Root.At(-1), Root.At("0"), Root.At("1"), Root.At(""), Root.At("a").At("b"),
            Root.At("ab"), Root.At("b").At("a"), Root.At(1).At(2), Root.At(2).At(1), Root.At(12), Root.At("a").At(0), Root.At(0).At("a"),
        ];

        Assert.HasCount(places.Length, places.Select(place => place.Bits()).Distinct());
        Assert.HasCount(places.Length, places.Distinct());
        Assert.AreEqual(Root.At("a").At(1), Root.At("a").At(1));
    }

    [TestMethod]
    public void A_hundred_thousand_branches_and_numbers_never_meet()
    {
        var seen = new HashSet<ulong>();
        for (var index = 0; index < Many; index++)
        {
            Assert.IsTrue(seen.Add(Root.Bits(index)));
            Assert.IsTrue(seen.Add(Root.At(index).Bits()));
        }
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Uniform_numbers_fill_the_unit_interval_evenly(bool overBranches)
    {
        var counts = new int[16];
        var sum = 0.0;
        for (var index = 0; index < Many; index++)
        {
            var number = overBranches ? Root.At(index).Uniform() : Root.Uniform(index);
            Assert.IsTrue(number is >= 0 and < 1);
            counts[(int)(number * 16)]++;
            sum += number;
        }

        // Five standard deviations of the mean, 1/√(12n).
        Assert.AreEqual(0.5, sum / Many, 5 / Math.Sqrt(12.0 * Many));
        Assert.IsLessThan(ChiSquare15, ChiSquare(counts));
    }

    [TestMethod]
    public void Neighbouring_numbers_know_nothing_of_one_another()
    {
        var counts = new int[16];
        for (var index = 0; index < Many; index++)
        {
            counts[(int)((Root.Bits(index) >> 62 << 2) | (Root.Bits(index + 1) >> 62))]++;
        }

        Assert.IsLessThan(ChiSquare15, ChiSquare(counts));
    }

    [TestMethod]
    public void Integers_below_a_bound_are_all_met_equally_often()
    {
        var counts = new int[16];
        for (var index = 0; index < Many; index++)
        {
            counts[Root.Below(16, index)]++;
        }

        Assert.IsLessThan(ChiSquare15, ChiSquare(counts));
        Assert.AreEqual(0, Root.Below(1));
        Assert.IsTrue(Enumerable.Range(0, 100).All(index => Root.Below(int.MaxValue, index) >= 0));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    public void A_bound_that_is_not_positive_is_refused(int bound) => Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Root.Below(bound));

    [TestMethod]
    public void Integers_between_two_include_both()
    {
        var met = Enumerable.Range(0, 1000).Select(index => Root.Between(-2, 3, index)).ToHashSet();

        Assert.IsTrue(met.SetEquals([-2, -1, 0, 1, 2, 3]));
        Assert.AreEqual(7, Root.Between(7, 7));
    }

    [TestMethod]
    [DataRow(long.MinValue, -1L)]
    [DataRow(0L, long.MaxValue)]
    [DataRow(long.MinValue, long.MinValue)]
    public void Integers_between_far_ends_stay_between(long low, long high)
    {
        for (var index = 0; index < 1000; index++)
        {
            var number = Root.Between(low, high, index);
            Assert.IsTrue(number >= low && number <= high);
        }
    }

    [TestMethod]
    [DataRow(1L, 0L)]
    [DataRow(-1L, long.MaxValue)]
    [DataRow(long.MinValue, long.MaxValue)]
    public void An_empty_or_too_wide_range_is_refused(long low, long high) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Root.Between(low, high));

    [TestMethod]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        double sum = 0, squares = 0, cubes = 0, fourths = 0;
        for (var index = 0; index < Many; index++)
        {
            var number = Root.Normal(index);
            sum += number;
            squares += number * number;
            cubes += number * number * number;
            fourths += number * number * number * number;
        }

        // Five standard deviations each: the powers' variances are 1, 2, 15 and 96.
        Assert.AreEqual(0, sum / Many, 5 * Math.Sqrt(1.0 / Many));
        Assert.AreEqual(1, squares / Many, 5 * Math.Sqrt(2.0 / Many));
        Assert.AreEqual(0, cubes / Many, 5 * Math.Sqrt(15.0 / Many));
        Assert.AreEqual(3, fourths / Many, 5 * Math.Sqrt(96.0 / Many));
    }

    [TestMethod]
    public void A_shuffle_is_a_permutation_and_always_the_same()
    {
        var first = Enumerable.Range(0, 100).ToArray();
        var second = first.ToArray();
        Root.Shuffle<int>(first);
        Root.Shuffle<int>(second);

        CollectionAssert.AreEqual(first, second);
        CollectionAssert.AreEquivalent(Enumerable.Range(0, 100).ToArray(), first);
        CollectionAssert.AreNotEqual(Enumerable.Range(0, 100).ToArray(), first);
    }

    [TestMethod]
    public void Every_order_is_equally_likely()
    {
        var counts = new Dictionary<string, int>();
        for (var index = 0; index < 24_000; index++)
        {
            var letters = "abcd".ToCharArray();
            Root.At(index).Shuffle<char>(letters);
            var order = new string(letters);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.HasCount(24, counts);
        // The 99.99 % quantile of chi-square with 23 degrees of freedom.
        Assert.IsLessThan(56.0, ChiSquare([.. counts.Values]));
    }

    [TestMethod]
    public void Nothing_and_one_thing_shuffle_too()
    {
        int[] one = [7];
        Root.Shuffle<int>([]);
        Root.Shuffle<int>(one);

        Assert.AreEqual(7, one[0]);
    }

    // The 99.99 % quantile of chi-square with 15 degrees of freedom.
    private const double ChiSquare15 = 44.3;

    private static double ChiSquare(int[] counts)
    {
        var expected = (double)counts.Sum() / counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
