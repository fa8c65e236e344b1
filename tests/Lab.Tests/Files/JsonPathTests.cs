using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class JsonPathTests
{
    [TestMethod]
    public void A_path_reads_as_it_is_written_in_code()
    {
        Assert.AreEqual("$", JsonPath.Root.ToString());
        Assert.AreEqual("$.stages[1].learningRate", JsonPath.Root.Member("stages").Item(1).Member("learningRate").ToString());
        Assert.AreEqual("$.$schema", JsonPath.Root.Member("$schema").ToString());
    }

    [TestMethod]
    [DataRow("two words", "$['two words']")]
    [DataRow("", "$['']")]
    [DataRow("a.b", "$['a.b']")]
    [DataRow("a\nb\u001b", @"$['a\nb\u001B']")]
    [DataRow("größe", "$['größe']")]
    public void An_odd_name_is_quoted_on_one_line(string name, string path) => Assert.AreEqual(path, JsonPath.Root.Member(name).ToString());
}
