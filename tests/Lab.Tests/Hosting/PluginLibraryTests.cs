using Lab.Core;
using Lab.Hosting;

namespace Lab.Tests;

/// <summary>Libraries of the user's; this very assembly stands for one.</summary>
[TestClass]
public sealed class PluginLibraryTests : IDisposable
{
    private const string Text = """{ "name": "own", "plugins": ["libraries/own.dll"], "environment": { "kind": "test-sums" }, "stages": [{ "kind": "imitate" }] }""";

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    public void An_experiment_may_name_plugins_of_a_library_beside_it()
    {
        var library = Copy(typeof(Sums));
        var file = ExperimentFile.Read(_desk.Write("own.json", Text));
        Assert.AreEqual(library, file.Experiment.Plugins.Single(), "so that the run's own file finds it too");
        var plugin = file.Catalog.For(file.Experiment.Environment);
        Assert.AreEqual("test-sums", plugin.Kind);
        Assert.IsTrue(plugin.Implementation.IsAssignableTo(typeof(IEnvironment)), "its contracts are the lab's own");
        Assert.AreNotEqual(typeof(Sums), plugin.Implementation, "loaded apart from what this process has already");
    }

    [TestMethod]
    public void Without_its_library_a_plugin_is_unknown()
    {
        var error = Assert.ThrowsExactly<InvalidInputException>(() => ExperimentFile.Read(_desk.Write("own.json", Text.Replace("\"libraries/own.dll\"", "", StringComparison.Ordinal))));
        StringAssert.StartsWith(error.Errors[0].Path, "$.environment");
    }

    [TestMethod]
    public void A_library_that_is_missing_or_none_is_named()
    {
        var file = _desk.Write("own.json", Text);
        var missing = Assert.ThrowsExactly<InvalidInputException>(() => ExperimentFile.Read(file));
        Assert.AreEqual("$.plugins[0]", missing.Errors.Single().Path);
        StringAssert.Contains(missing.Message, "no such file");
        _desk.Write("libraries/own.dll", "not a library");
        var damaged = Assert.ThrowsExactly<InvalidInputException>(() => ExperimentFile.Read(file));
        Assert.AreEqual("$.plugins[0]", damaged.Errors.Single().Path);
    }

    [TestMethod]
    public void A_kind_that_the_lab_has_already_is_refused()
    {
        Copy(typeof(Rewards.Correct));
        var error = Assert.ThrowsExactly<InvalidInputException>(() => ExperimentFile.Read(_desk.Write("own.json", Text)));
        StringAssert.Contains(error.Message, "kind 'correct' is taken");
    }

    [TestMethod]
    [DataRow("[1]")]
    [DataRow("[[\"a\"]]")]
    [DataRow("\"a.dll\"")]
    [DataRow("null")]
    public void A_list_of_libraries_that_is_none_is_left_to_the_strict_reader(string plugins)
    {
        var error = Assert.ThrowsExactly<InvalidInputException>(() => ExperimentFile.Read(_desk.Write("own.json", Text.Replace("[\"libraries/own.dll\"]", plugins, StringComparison.Ordinal))));
        StringAssert.Contains(error.Message, "$.plugins");
    }

    private string Copy(Type plugin)
    {
        var path = _desk.At("libraries", "own.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(plugin.Assembly.Location, path);
        return path;
    }
}
