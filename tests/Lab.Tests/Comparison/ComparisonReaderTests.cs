using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class ComparisonReaderTests
{
    [TestMethod]
    public void A_comparison_keeps_the_order_and_the_values_of_its_file()
    {
        var comparison = Read("""{ "base": "a.json", "variants": { "z": {}, "a": { "policy.layers": 2, "tools": null, "limits": { "calls": 1 } } }, "seeds": [3, 1] }""");

        Assert.AreEqual("a.json", comparison.Base);
        CollectionAssert.AreEqual(new[] { "z", "a" }, comparison.Variants.Keys.ToArray());
        CollectionAssert.AreEqual(new[] { "2", "null", """{ "calls": 1 }""" }, comparison.Variants["a"].Values.Select(value => value.GetRawText()).ToArray());
        CollectionAssert.AreEqual(new ulong[] { 3, 1 }, comparison.Seeds.ToArray());
        Assert.IsNull(comparison.Name);
        Assert.IsEmpty(comparison.Set);
    }

    [TestMethod]
    [DataRow("""{ "base": "a.json", "variants": { "a": {} }, "sedes": [1] }""", "$.sedes: unknown option 'sedes'; did you mean 'seeds'?")]
    [DataRow("""{ "variants": { "a": {} } }""", "$.base: is required")]
    [DataRow("""{ "base": "a.json" }""", "$.variants: is required")]
    [DataRow("""{ "base": "a.json", "variants": [] }""", "$.variants: expected an object, found a list")]
    [DataRow("""{ "base": "a.json", "variants": {} }""", "$.variants: must have at least one variant")]
    [DataRow("""{ "base": "a.json", "variants": { "a": 1 } }""", "$.variants.a: expected an object, found a number")]
    [DataRow("""{ "base": "a.json", "variants": { "a": {}, "b": {}, "a": {} } }""", "$.variants.a: is given twice")]
    [DataRow("""{ "base": "a.json", "variants": { "a": { "seed": 1, "seed": 2 } } }""", "$.variants.a.seed: is given twice")]
    [DataRow("""{ "base": "a.json", "variants": { "../a": {} } }""", "$.variants: the label '../a' must be 1 to 40 lower-case letters, digits, hyphens and plus signs")]
    [DataRow("""{ "base": "a.json", "variants": { "a": {} }, "seeds": [2, 5, 2] }""", "$.seeds[2]: 2 is listed already")]
    [DataRow("""{ "base": "a.json", "variants": { "a": {} }, "seeds": [-1] }""", "$.seeds[0]: must be from 0 to 18446744073709551615")]
    [DataRow("""{ "base": "a.json", "name": "A", "variants": { "a": {} } }""", "$.name: must be 1 to 40 lower-case letters, digits, hyphens and plus signs")]
    public void What_is_wrong_is_said_with_its_place(string text, string error)
    {
        var refusal = Assert.ThrowsExactly<InvalidInputException>(() => Read(text));

        Assert.AreEqual($"c.json: {error}", refusal.Message);
    }

    [TestMethod]
    public void All_that_is_wrong_is_said_at_once()
    {
        var refusal = Assert.ThrowsExactly<InvalidInputException>(() => Read("""{ "bse": "a.json", "variants": { "a": 1, "b": [] }, "seeds": 1 }"""));

        CollectionAssert.AreEqual(new[] { "$.bse", "$.variants.a", "$.variants.b", "$.seeds" }, refusal.Errors.Select(error => error.Path).ToArray());
    }

    [TestMethod]
    [DataRow("seeds=[1,2]", true)]
    [DataRow("variants.a={}", true)]
    [DataRow("set={}", true)]
    [DataRow("stages.reinforce.iterations=5", false)]
    [DataRow("policy.layers=2", false)]
    public void A_change_from_the_command_line_is_of_the_comparison_or_of_its_runs(string change, bool isItsOwn) =>
        Assert.AreEqual(isItsOwn, ComparisonReader.IsItsOwn(change));

    private static Comparison Read(string text) => new ComparisonReader().Parse(text, "c.json");
}
