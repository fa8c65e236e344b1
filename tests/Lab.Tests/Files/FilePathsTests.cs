using Lab.Core;
using Lab.Environments;
using Lab.Experiments;
using Lab.Hosting;

namespace Lab.Tests;

/// <summary>What a file names relative to itself is found from wherever it is read.</summary>
[TestClass]
public sealed class FilePathsTests
{
    private static readonly Catalog s_catalog = PluginAssemblies.Scan([], "a.json");
    private static readonly string s_folder = Path.GetFullPath("/there/sub");

    [TestMethod]
    public void Every_path_becomes_whole_and_what_is_whole_stays()
    {
        var whole = System.Text.Json.JsonSerializer.Serialize(Path.GetFullPath("/else/runs/b"));
        var experiment = Read($$"""
            "plugins": ["one.dll", "../libraries/two.dll"],
            "environment": { "kind": "tic-tac-toe" },
            "tools": [{ "kind": "search", "folder": "nötes" }],
            "seats": [{ "kind": "self" }, { "kind": "run", "path": "runs/a" }, { "kind": "run", "path": {{whole}} }],
            "rewards": [{ "kind": "outcome" }],
            "stages": [{ "kind": "imitate", "teacher": "./runs/c", "episodes": 2 }, { "kind": "imitate", "teacher": null, "name": "own", "episodes": 2 }]
            """);

        CollectionAssert.AreEqual(new[] { Path.Combine(s_folder, "one.dll"), Path.GetFullPath("/there/libraries/two.dll") }, experiment.Plugins.ToArray());
        Assert.AreEqual(Path.Combine(s_folder, "nötes"), ((SearchOptions)experiment.Tools.Single()).Folder);
        CollectionAssert.AreEqual(new[] { Path.Combine(s_folder, "runs", "a"), Path.GetFullPath("/else/runs/b") }, experiment.Seats.OfType<RunSeat>().Select(seat => seat.Path).ToArray());
        CollectionAssert.AreEqual(new[] { Path.Combine(s_folder, "runs", "c"), null }, experiment.Stages.Select(stage => ((ImitateOptions)stage).Teacher).ToArray());
    }

    [TestMethod]
    [DataRow("\"tools\": { \"kind\": \"search\", \"folder\": \"a\" }", "$.tools: expected a list, found an object")]
    [DataRow("\"tools\": [null]", "$.tools[0]: expected an object, found null")]
    [DataRow("\"tools\": [{ \"kind\": \"serch\", \"folder\": \"a\" }]", "$.tools[0].kind: unknown kind 'serch'; did you mean 'search'?")]
    [DataRow("\"tools\": [{ \"kind\": 7, \"folder\": \"a\" }]", "$.tools[0].kind: expected a string, found a number")]
    [DataRow("\"tools\": [], \"tools\": [{ \"kind\": \"search\", \"folder\": \"a\" }]", "$.tools: is given twice")]
    [DataRow("\"tools\": [{ \"kind\": \"search\", \"folder\": \"a\", \"folder\": \"b\" }]", "$.tools[0].folder: is given twice")]
    [DataRow("\"tools\": [{ \"kind\": \"search\", \"folder\": \"\" }]", "$.tools[0].folder: must name a folder")]
    [DataRow("\"tools\": [{ \"kind\": \"search\", \"folder\": \"a\\u0000b\" }]", "$.tools[0].folder: must name a folder")]
    [DataRow("\"plugins\": [7]", "$.plugins[0]: expected a string, found a number")]
    [DataRow("\"plugins\": \"a.dll\"", "$.plugins: expected a list, found a string")]
    public void What_is_wrong_is_said_where_it_stands(string wrong, string complaint)
    {
        var error = Assert.ThrowsExactly<InvalidInputException>(() => Read($$"""
            {{wrong}},
            "environment": { "kind": "arithmetic" },
            "stages": [{ "kind": "imitate", "episodes": 2 }]
            """)).Errors.Single();

        Assert.AreEqual(complaint, $"{error.Path}: {error.Message}");
    }

    [TestMethod]
    public void The_paths_of_options_are_found_in_what_they_hold_too()
    {
        var paths = FilePaths.Of(new Holder { One = "a", Nested = new() { One = "b" }, Several = ["c", ""], List = [new() { One = "d" }], Other = "e" });

        CollectionAssert.AreEqual(new[] { "a", "b", "c", "d" }, paths.Select(named => named.Path).ToArray());
        CollectionAssert.AreEqual(new[] { ".md" }, paths.First().About.Endings.ToArray());
    }

    private static Experiment Read(string members) => new ExperimentReader(s_catalog).Parse($$"""{ "name": "paths", {{members}} }""", Path.Combine(s_folder, "a.json"));

    private sealed record Holder
    {
        [FilePath(".md")]
        public string? One { get; init; }

        public Holder? Nested { get; init; }

        [FilePath]
        public EquatableArray<string> Several { get; init; } = [];

        public EquatableArray<Holder> List { get; init; } = [];

        public string? Other { get; init; }

        public string this[int index] => throw new InvalidOperationException($"{index}");
    }
}
