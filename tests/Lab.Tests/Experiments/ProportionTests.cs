using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class ProportionTests
{
    [TestMethod]
    public void The_interval_matches_independent_numbers()
    {
        foreach (var golden in Golden.Learning("wilson_95").EnumerateArray())
        {
            var proportion = new Proportion(golden.GetProperty("correct").GetInt32(), golden.GetProperty("n").GetInt32());
            Assert.AreEqual(golden.GetProperty("interval")[0].GetDouble(), proportion.Low, 1e-9);
            Assert.AreEqual(golden.GetProperty("interval")[1].GetDouble(), proportion.High, 1e-9);
        }
    }

    [TestMethod]
    public void None_and_all_reach_the_ends_exactly() => Assert.AreEqual((0.0, 1.0), (new Proportion(0, 100).Low, new Proportion(100, 100).High));

    [TestMethod]
    public void Of_nothing_nothing_is_known() => Assert.AreEqual((0.0, 0.0, 1.0), (new Proportion(0, 0).Value, new Proportion(0, 0).Low, new Proportion(0, 0).High));
}
