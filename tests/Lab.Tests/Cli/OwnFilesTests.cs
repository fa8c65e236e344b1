using System.Text.Json;
using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;

namespace Lab.Tests;

/// <summary>Experiments that name files and folders of the user's.</summary>
[TestClass]
public sealed class OwnFilesTests : IDisposable
{
    private const string Good = """
        {"prompt":"1+1","answer":"2"}
        {"prompt":"1+2","answer":"3"}
        {"prompt":"1+3","answer":"4"}
        {"prompt":"1+4","answer":"5"}
        {"prompt":"1+5","answer":"6"}
        {"prompt":"1+6","answer":"7"}

        """;

    private const string Text = """
        {
          "name": "own",
          "environment": { "kind": "dataset", "file": "data/own.jsonl", "heldOut": 0.5 },
          "tools": [{ "kind": "search", "folder": "notes" }],
          "policy": { "layers": 1, "width": 16, "heads": 2, "context": 64 },
          "rewards": [{ "kind": "correct" }],
          "stages": [{ "kind": "imitate", "episodes": 20, "episodesPerIteration": 10 }],
          "evaluation": { "problems": 2, "sampling": ["greedy"] }
        }
        """;

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    public void What_a_file_names_is_relative_to_it()
    {
        var experiment = ExperimentFile.Read(_desk.Write("sub/own.json", Text)).Experiment;
        Assert.AreEqual(_desk.At("sub", "data", "own.jsonl"), ((Environments.DatasetOptions)experiment.Environment).File);
        Assert.AreEqual(_desk.At("sub", "notes"), ((Environments.SearchOptions)experiment.Tools[0]).Folder);
    }

    [TestMethod]
    public void In_a_comparison_it_is_relative_to_the_base()
    {
        _desk.Write("sub/own.json", Text);
        var file = ComparisonFile.Read(_desk.Write("both.json", """{ "base": "sub/own.json", "variants": { "a": {} } }"""));
        Assert.AreEqual(_desk.At("sub", "data", "own.jsonl"), ((Environments.DatasetOptions)file.Runs[0].Experiment.Environment).File);
    }

    [TestMethod]
    [DataRow("run")]
    [DataRow("check")]
    public async Task What_is_missing_is_one_clear_line_and_nothing_is_written(string verb)
    {
        var file = _desk.Write("own.json", Text);
        Assert.AreEqual(2, await _desk.Lab(verb, "own.json"));
        Assert.AreEqual($"{file}: $.environment.file: there is no file '{_desk.At("data", "own.jsonl")}'", _desk.Complaints.Single());
        _desk.Write("data/own.jsonl", Good);
        Assert.AreEqual(2, await _desk.Lab(verb, "own.json"));
        Assert.AreEqual($"{file}: $.tools[0].folder: there is no folder '{_desk.At("notes")}'", _desk.Complaints.Single());
        Assert.IsFalse(Directory.Exists(_desk.At("runs")));
    }

    [TestMethod]
    [DataRow("environment.file=\"\"", "$.environment.file: must name a file")]
    [DataRow("environment.file=\"a\\u0000b\"", "$.environment.file: must name a file")]
    [DataRow("environment={\"kind\":\"dataset\"}", "$.environment.file: is required")]
    [DataRow("environment.verifier={\"kind\":\"numbr\"}", "$.environment.verifier.kind: unknown kind 'numbr'; did you mean 'number'?")]
    public async Task A_bad_option_is_one_clear_line(string change, string expected)
    {
        var file = _desk.Write("own.json", Text);
        Assert.AreEqual(2, await _desk.Lab("run", "own.json", "--set", change));
        Assert.AreEqual($"{file}: {expected}", _desk.Complaints.Single());
    }

    [TestMethod]
    public async Task Check_takes_an_experiment_file_and_its_options()
    {
        _desk.Write("own.json", Text);
        _desk.Write("data/own.jsonl", Good);
        _desk.Write("notes/a.txt", "hello");
        Assert.AreEqual(0, await _desk.Lab("check", "own.json", "--json"), _desk.Out);
        using var results = JsonDocument.Parse(_desk.Out);
        CollectionAssert.AreEqual(new[] { "dataset", "number", "search", "correct" }, results.RootElement.EnumerateArray().Select(result => result.GetProperty("kind").GetString()).ToArray());
    }

    [TestMethod]
    public async Task What_needs_options_says_how_to_check_it()
    {
        Assert.AreEqual(2, await _desk.Lab("check", "dataset"));
        Assert.AreEqual("dataset: has options that somebody must say: lab check <experiment file> checks it with those of a file", _desk.Complaints.Single());
    }

    [TestMethod]
    public async Task Lines_left_out_are_told_before_the_run_and_kept_in_it()
    {
        _desk.Write("own.json", Text.Replace("{ \"kind\": \"search\", \"folder\": \"notes\" }", "", StringComparison.Ordinal));
        _desk.Write("data/own.jsonl", Good + "x\n");
        _desk.Write("experiments.json", """{ "threads": 1 }""");
        const string Message = "$.environment.file: 1 of 7 lines are left out: line 7 is no JSON object";
        var (code, _, error) = await LabProcess.Run(_desk.Folder, "run", "own.json", "--plain");
        Assert.AreEqual(0, code, error);
        StringAssert.Contains(error, $"warning: own.json: {Message}");
        var run = RunFolder.Open(Directory.GetDirectories(_desk.At("runs")).Single());
        using var resolved = JsonDocument.Parse(File.ReadAllText(run.Experiment));
        Assert.AreEqual(Message, resolved.RootElement.GetProperty("resolved").GetProperty("warnings")[0].GetString());
        StringAssert.Contains(File.ReadAllText(run.ReportPage), "line 7 is no JSON object");
    }

    [TestMethod]
    public async Task A_run_lays_out_the_documents_that_its_questions_are_about_and_may_be_resumed()
    {
        using var runs = new Runs();
        var experiment = runs.Read(Text, "environment={\"kind\":\"documents\",\"documents\":8,\"heldOut\":0.3,\"difficulty\":0}", "tools=[{\"kind\":\"search\"}]", "policy.context=512");
        using var stop = new CancellationTokenSource();
        var (folder, report, _) = await runs.Work(experiment, stop.Token, happened: happened =>
        {
            if (happened is RunEvent.IterationDone)
            {
                stop.Cancel();
            }
        });
        Assert.AreEqual(RunStatus.Interrupted, report.Status);
        var before = Read();
        Assert.HasCount(8, before);
        Assert.AreEqual(RunStatus.Finished, (await runs.Resume(folder, CancellationToken.None)).Report.Status);
        CollectionAssert.AreEqual(before, Read());
        Environments.DocumentQuestions environment = new(new() { Documents = 8 });
        Assert.AreEqual($"{environment.Documents[0].Title}\n\n{environment.Documents[0].Text}\n", before[0]);

        string[] Read() => [.. Directory.GetFiles(folder.Documents).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    }

    [TestMethod]
    public async Task A_search_without_a_folder_reads_what_the_environment_brings()
    {
        using var runs = new Runs();
        var experiment = runs.Read(Text, "environment={\"kind\":\"documents\"}", "tools=[{\"kind\":\"search\"}]");
        var parts = new ExperimentParts(experiment, runs.Plugins, []);
        var first = ((IHasDocuments)parts.Environment).Documents[0];
        StringAssert.EndsWith((await parts.Tools.Call(new("search", first.Title), CancellationToken.None)).Text, first.Text);
        var other = new ExperimentParts(runs.Read(Text, "environment={\"kind\":\"arithmetic\"}", "tools=[{\"kind\":\"search\"}]"), runs.Plugins, []);
        Assert.AreEqual(ToolResult.Answer("nothing found"), await other.Tools.Call(new("search", first.Title), CancellationToken.None));
    }
}
