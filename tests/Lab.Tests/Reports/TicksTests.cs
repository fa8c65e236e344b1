using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class TicksTests
{
    [TestMethod]
    [DataRow(0.0, 1.0, 5, 0.0, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [DataRow(0.0, 40.0, 8, 1.0, "0 5 10 15 20 25 30 35 40")]
    [DataRow(0.0, 1.0, 5, 1.0, "0 1")]
    [DataRow(-0.49, 1.05, 5, 0.0, "0.0 0.5 1.0")]
    [DataRow(0.0, 0.0032, 4, 0.0, "0.000 0.001 0.002 0.003")]
    [DataRow(0.0, 12000.0, 3, 0.0, "0 5,000 10,000")]
    [DataRow(-3.0, 0.0, 3, 0.0, "-3 -2 -1 0")]
    [DataRow(0.0, 4e-7, 4, 0.0, "0 1E-07 2E-07 3E-07 4E-07")]
    public void Ticks_are_round_and_within_the_range(double low, double high, int about, double least, string expected)
    {
        var ticks = Ticks.Within(low, high, about, least);

        Assert.AreEqual(expected, string.Join(' ', ticks.Values.Select(tick => ticks.Label(tick, ValueUnit.Number))));
    }

    [TestMethod]
    [DataRow(0.0, 1.0, 5, "0 %|20 %|40 %|60 %|80 %|100 %")]
    [DataRow(0.0, 0.01, 5, "0.0 %|0.2 %|0.4 %|0.6 %|0.8 %|1.0 %")]
    public void Shares_are_labelled_in_per_cent(double low, double high, int about, string expected)
    {
        var ticks = Ticks.Within(low, high, about);

        Assert.AreEqual(expected, string.Join('|', ticks.Values.Select(tick => ticks.Label(tick, ValueUnit.Share))));
    }

    [TestMethod]
    [DataRow(1e-12)]
    [DataRow(1.7)]
    [DataRow(1e100)]
    public void There_are_never_many_more_than_asked_for(double high)
    {
        var count = Ticks.Within(0, high, 5).Values.Count();

        Assert.IsTrue(count is >= 3 and <= 7, $"{count} ticks");
    }

    [TestMethod]
    public void A_range_holds_zero_and_is_never_empty()
    {
        Assert.AreEqual((0.0, 7.0), Scale.Range([3, 7]));
        Assert.AreEqual((-2.0, 0.0), Scale.Range([-2, -1]));
        Assert.AreEqual((0.0, 1.0), Scale.Range([0, 0]));
        Assert.AreEqual((0.0, 1.0), Scale.Range([]));
    }

    [TestMethod]
    public void A_scale_maps_its_ends_to_its_ends()
    {
        var scale = new Scale(-1, 3, 200, 40);

        Assert.AreEqual(200, scale.At(-1));
        Assert.AreEqual(120, scale.At(1));
        Assert.AreEqual(40, scale.At(3));
    }
}
