using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class NearestTests
{
    private static readonly string[] Names = ["name", "seed", "environment", "policy", "+", "lr"];

    [TestMethod]
    [DataRow("seeds", "seed")]
    [DataRow("sede", "seed")]
    [DataRow("NAME", "name")]
    [DataRow("enviroment", "environment")]
    [DataRow("polciy", "policy")]
    [DataRow("plicy", "policy")]
    [DataRow("kr", "lr")]
    [DataRow("*", null)]
    [DataRow("kl", null)]
    [DataRow("nope", null)]
    [DataRow("", null)]
    public void A_slip_of_the_fingers_is_near_and_another_word_is_not(string written, string? meant) => Assert.AreEqual(meant, Nearest.To(written, Names));

    [TestMethod]
    public void The_least_distance_wins_and_among_equals_the_first()
    {
        Assert.AreEqual("heads", Nearest.To("heads", ["head", "heads"]));
        Assert.AreEqual("heady", Nearest.To("headz", ["heady", "heads"]));
    }

    [TestMethod]
    public void A_name_longer_than_any_is_near_none() => Assert.IsNull(Nearest.To(new string('a', 65), [new string('a', 65)]));
}
