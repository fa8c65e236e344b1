using System.Text.Json;

namespace Lab.Tests;

[TestClass]
public sealed class ListCheckExplainTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    public async Task The_list_names_every_plugin_and_every_experiment()
    {
        _desk.Write("experiments/first.json", "// Does this and that.\n{}");
        _desk.Write("experiments/second.json", "{}");
        _desk.Write("experiments/schema.json", "{}");
        Assert.AreEqual(0, await _desk.Lab("list", "--json"));
        using var list = JsonDocument.Parse(_desk.Out);
        CollectionAssert.AreEqual(
            new[] { "algorithms", "batch rules", "environments", "estimators", "policy losses", "regularizers", "rewards", "seats", "stages", "tools", "verifiers", "experiments" },
            list.RootElement.EnumerateObject().Select(section => section.Name).ToArray());
        CollectionAssert.IsSubsetOf(new[] { "imitate", "reinforce" }, Names(list, "stages"));
        CollectionAssert.Contains(Names(list, "tools"), "calculator");
        CollectionAssert.AreEqual(new[] { "first", "second" }, Names(list, "experiments"));
        CollectionAssert.AreEqual(
            new[] { "Does this and that.", "second" },
            list.RootElement.GetProperty("experiments").EnumerateArray().Select(entry => entry.GetProperty("description").GetString()).ToArray());
    }

    [TestMethod]
    public async Task The_list_fits_into_80_columns()
    {
        Assert.AreEqual(0, await _desk.Lab("list"));
        StringAssert.Contains(_desk.Out, "calculator");
        Assert.IsTrue(_desk.Out.Split('\n').All(line => line.TrimEnd().Length <= 80));
    }

    [TestMethod]
    public async Task Plugins_from_a_library_are_listed()
    {
        Assert.AreEqual(0, await _desk.Lab("list", "--json", "--plugin", typeof(Sums).Assembly.Location));
        using var list = JsonDocument.Parse(_desk.Out);
        CollectionAssert.Contains(Names(list, "environments"), "test-sums");
    }

    [TestMethod]
    [DataRow("arithmetic")]
    [DataRow("countdown")]
    [DataRow("word-problems")]
    [DataRow("code")]
    [DataRow("kuhn-poker")]
    [DataRow("nim")]
    [DataRow("rock-paper-scissors")]
    [DataRow("tic-tac-toe")]
    [DataRow("calculator")]
    [DataRow("interpreter")]
    [DataRow("correct")]
    [DataRow("format")]
    [DataRow("tests")]
    [DataRow("documents")]
    [DataRow("search")]
    [DataRow("tool-economy")]
    [DataRow("outcome")]
    [DataRow("partial")]
    [DataRow("number")]
    [DataRow("text")]
    [DataRow("set")]
    [DataRow("choice")]
    public async Task Each_plugin_of_the_lab_keeps_its_promises(string kind)
    {
        Assert.AreEqual(0, await _desk.Lab("check", kind, "--json"), _desk.Out);
        using var results = JsonDocument.Parse(_desk.Out);
        Assert.AreEqual(kind == "code" ? 2 : 1, results.RootElement.GetArrayLength(), "an environment and a verifier have the name code");
        foreach (var result in results.RootElement.EnumerateArray())
        {
            Assert.AreEqual(kind, result.GetProperty("kind").GetString());
            Assert.IsGreaterThanOrEqualTo(4, result.GetProperty("checks").GetArrayLength());
            Assert.IsTrue(result.GetProperty("checks").EnumerateArray().All(check => check.GetProperty("passed").GetBoolean()));
        }
    }

    [TestMethod]
    public async Task A_plugin_that_breaks_its_promises_fails_the_check_and_says_how()
    {
        Assert.AreEqual(1, await _desk.Lab("check", "test-sums", "--plugin", typeof(Sums).Assembly.Location));
        StringAssert.Contains(_desk.Out, "FAILED");
        StringAssert.Contains(_desk.Out, "threw");
    }

    [TestMethod]
    public async Task Explain_prints_the_file_with_every_default_and_the_changes_and_writes_nothing()
    {
        _desk.Write("small.json", SmallExperiment.Text);
        _desk.Write("experiments.json", """{ "run": ["small.json"], "threads": 3 }""");
        Assert.AreEqual(0, await _desk.Lab("run", "--explain", "--set", "stages.reinforce.iterations=7", "--seed", "5"));
        using var resolved = JsonDocument.Parse(_desk.Out);
        var root = resolved.RootElement;
        Assert.AreEqual(5, root.GetProperty("seed").GetInt32());
        Assert.AreEqual(7, root.GetProperty("stages")[1].GetProperty("iterations").GetInt32());
        Assert.AreEqual(0.2, root.GetProperty("environment").GetProperty("demonstrations").GetProperty("toolShare").GetDouble());
        Assert.AreEqual(3, root.GetProperty("resolved").GetProperty("threads").GetInt32());
        Assert.IsFalse(Directory.Exists(_desk.At("runs")));
    }

    [TestMethod]
    public async Task What_is_explained_can_be_run()
    {
        _desk.Write("small.json", SmallExperiment.Text);
        await _desk.Lab("run", "small.json", "--explain");
        var first = _desk.Out;
        _desk.Write("again.json", first);
        Assert.AreEqual(0, await _desk.Lab("run", "again.json", "--explain"), _desk.Error);
        Assert.AreEqual(first, _desk.Out);
    }

    [TestMethod]
    public async Task Help_names_the_verbs_but_not_those_for_the_lab_itself()
    {
        Assert.AreEqual(0, await _desk.Lab());
        foreach (var verb in new[] { "run", "evaluate", "sample", "list", "check", "doctor" })
        {
            StringAssert.Contains(_desk.Out, $"\n  {verb} ");
        }

        Assert.DoesNotContain("\n  work", _desk.Out);
        Assert.DoesNotContain("\n  schema", _desk.Out);
    }

    private static string?[] Names(JsonDocument list, string section) =>
        list.RootElement.GetProperty(section).EnumerateArray().Select(entry => entry.GetProperty("name").GetString()).ToArray();
}
