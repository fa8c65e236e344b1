using Lab.Core;
using Lab.Environments;
using Lab.Experiments;
using Lab.Hosting;
using Lab.Learning;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Tests;

[TestClass]
public sealed class ComparisonFileTests : IDisposable
{
    private readonly Desk _desk = new();

    public ComparisonFileTests() => _desk.Write("small.json", SmallExperiment.Text);

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    public void Every_variant_is_run_with_every_seed()
    {
        var runs = Read("""{ "base": "small.json", "variants": { "rl++": {}, "b": {} }, "seeds": [7, 2] }""").Runs;

        CollectionAssert.AreEqual(new[] { "rl++-7", "rl++-2", "b-7", "b-2" }, runs.Select(run => run.Folder).ToArray());
        CollectionAssert.AreEqual(new ulong[] { 7, 2, 7, 2 }, runs.Select(run => run.Experiment.Seed).ToArray());
        CollectionAssert.AreEqual(new[] { "rl++", "rl++", "b", "b" }, runs.Select(run => run.Experiment.Name).ToArray());
    }

    [TestMethod]
    public void Later_changes_win_the_shared_ones_then_the_variants_then_the_command_lines()
    {
        var runs = Read(
            """
            {
              "base": "small.json",
              "set": { "policy.layers": 2, "stages.reinforce.problems": 3, "stages.reinforce.attempts": 5 },
              "variants": {
                "a": { "stages.reinforce.algorithm": { "kind": "grpo" }, "stages.reinforce.problems": 4 },
                "b": { "stages[1]": { "kind": "reinforce", "algorithm": { "kind": "rloo" } } }
              }
            }
            """,
            "stages.reinforce.attempts=6").Runs;

        var (a, b) = ((ReinforceOptions)runs[0].Experiment.Stages[1], (ReinforceOptions)runs[1].Experiment.Stages[1]);
        Assert.AreEqual((2, 4, 6), (runs[0].Experiment.Policy.Layers, a.Problems, a.Attempts));
        Assert.AreEqual(new Grpo(), a.Algorithm);
        // A whole stage was replaced: what the base said of it is gone.
        Assert.AreEqual((64, 6, 3e-4), (b.Problems, b.Attempts, b.LearningRate));
        Assert.AreEqual(new Rloo(), b.Algorithm);
        Assert.AreEqual(1UL, runs[0].Experiment.Seed, "the base's");
    }

    [TestMethod]
    [DataRow("seed=9", new ulong[] { 9 })]
    [DataRow("seeds=[4,5]", new ulong[] { 4, 5 })]
    public void Seeds_can_be_said_on_the_command_line(string change, ulong[] seeds) =>
        CollectionAssert.AreEqual(seeds, Read("""{ "base": "small.json", "variants": { "a": {} }, "seeds": [1, 2, 3] }""", change).Runs.Select(run => run.Experiment.Seed).ToArray());

    [TestMethod]
    public void What_is_wrong_with_variants_is_said_where_it_stands_in_the_comparison()
    {
        var error = Refusal(
            """
            {
              "base": "small.json",
              "set": { "policy.widht": 16, "name": "x" },
              "variants": {
                "a": { "stages.reinforce.algorithm": { "kind": "ppo", "estimator": { "kind": "gea" } } },
                "b": { "stages.reinforced.iterations": 1, "x..y": 2, "rewards": [] }
              }
            }
            """);

        CollectionAssert.AreEqual(
            new[]
            {
                "$.set.name: the label names a variant's runs",
                "$.set['policy.widht']: unknown option 'widht'; did you mean 'width'?",
                "$.variants.a['stages.reinforce.algorithm'].estimator.kind: unknown kind 'gea'; did you mean 'gae'?",
                "$.variants.b['stages.reinforced.iterations']: $.stages: unknown item 'reinforced'; did you mean 'reinforce'?",
                "$.variants.b['x..y']: expected a path, such as policy.layers or stages.reinforce.algorithm",
            },
            error.Errors.Select(error => $"{error.Path}: {error.Message}").ToArray());
    }

    [TestMethod]
    public void Parts_that_do_not_fit_each_other_are_traced_to_the_change()
    {
        var error = Refusal("""{ "base": "small.json", "variants": { "a": { "rewards": [] } } }""");

        Assert.AreEqual("$.variants.a.rewards: a reinforce stage needs at least one reward function", $"{error.Errors.Single().Path}: {error.Errors.Single().Message}");
    }

    [TestMethod]
    public void A_base_that_is_not_there_has_a_nearest_neighbour()
    {
        var error = Refusal("""{ "base": "smal.json", "variants": { "a": {} } }""");

        Assert.AreEqual("$.base", error.Errors.Single().Path);
        Assert.EndsWith("smal.json: no such file; did you mean 'small.json'?", error.Message);
    }

    [TestMethod]
    public void A_comparison_is_no_base()
    {
        _desk.Write("other.json", """{ "base": "small.json", "variants": { "a": {} } }""");

        Assert.EndsWith("is a comparison itself; a base is an experiment", Refusal("""{ "base": "other.json", "variants": { "a": {} } }""").Message);
    }

    [TestMethod]
    public void A_teacher_is_relative_to_the_file_that_names_it()
    {
        var elsewhere = _desk.At("elsewhere", "whole");
        _desk.Write("bases/taught.json", SmallExperiment.Text.Replace("\"kind\": \"imitate\",", "\"kind\": \"imitate\", \"teacher\": \"../runs/base\",", StringComparison.Ordinal));
        var text = $$"""
            {
              "base": "../bases/taught.json",
              "variants": {
                "base": {},
                "value": { "stages.imitate.teacher": "../runs/value" },
                "item": { "stages[0]": { "kind": "imitate", "teacher": "item" } },
                "list": { "stages": [{ "kind": "distil", "teacher": "./list" }] },
                "other": { "stages.imitate.episodes": 3 },
                "whole": { "stages.imitate.teacher": {{System.Text.Json.JsonSerializer.Serialize(elsewhere)}} },
                "none": { "stages.imitate.teacher": null }
              }
            }
            """;
        var path = _desk.Write("comparisons/c.json", text);

        CollectionAssert.AreEqual(
            new[] { _desk.At("runs", "base"), _desk.At("runs", "value"), _desk.At("comparisons", "item"), _desk.At("comparisons", "list"), _desk.At("runs", "base"), elsewhere, null },
            Teachers(path));
        // What all variants share is said by the comparison too, and so, as far as paths go, is what the command line says.
        path = _desk.Write("comparisons/set.json", """{ "base": "../bases/taught.json", "set": { "stages.imitate.teacher": "set" }, "variants": { "a": {}, "b": { "stages.imitate.teacher": "b" } } }""");
        CollectionAssert.AreEqual(new[] { _desk.At("comparisons", "set"), _desk.At("comparisons", "b") }, Teachers(path));
        CollectionAssert.AreEqual(new[] { _desk.At("comparisons", "last"), _desk.At("comparisons", "last") }, Teachers(path, "stages.imitate.teacher=last"));

        static string?[] Teachers(string path, params string[] overrides) =>
            [.. ComparisonFile.Read(path, overrides).Runs.Select(run => ((IHasTeacher)run.Experiment.Stages[0]).Teacher)];
    }

    [TestMethod]
    public void So_is_whatever_else_is_a_path()
    {
        _desk.Write("bases/dataset.json", SmallExperiment.Text.Replace("\"kind\": \"arithmetic\", \"operations\": [\"*\"], \"digits\": [2, 2]", "\"kind\": \"dataset\", \"file\": \"base.jsonl\"", StringComparison.Ordinal));
        var path = _desk.Write("comparisons/d.json", """
            {
              "base": "../bases/dataset.json",
              "set": { "tools": [{ "kind": "search", "folder": "notes" }], "seats": [{ "kind": "self" }] },
              "variants": { "base": {}, "own": { "environment.file": "own.jsonl" }, "code": { "environment": { "kind": "code", "tasks": "../tasks.jsonl" } } }
            }
            """);
        var runs = ComparisonFile.Read(path).Runs.Select(run => run.Experiment).ToArray();

        CollectionAssert.AreEqual(
            new[] { _desk.At("bases", "base.jsonl"), _desk.At("comparisons", "own.jsonl"), _desk.At("tasks.jsonl") },
            runs.Select(run => run.Environment is CodeOptions code ? code.Tasks : ((DatasetOptions)run.Environment).File).ToArray());
        Assert.IsTrue(runs.All(run => ((SearchOptions)run.Tools.Single()).Folder == _desk.At("comparisons", "notes")));
    }

    [TestMethod]
    [DataRow("\"\"", "must name a run folder")]
    [DataRow("\"a\\u0000b\"", "must name a run folder")]
    [DataRow("7", "expected a string, found a number")]
    public void What_is_no_teacher_is_said_where_it_stands(string teacher, string complaint)
    {
        var error = Refusal($$"""{ "base": "small.json", "variants": { "a": { "stages.imitate.teacher": {{teacher}} } } }""").Errors.Single();

        Assert.AreEqual("$.variants.a['stages.imitate.teacher']", error.Path);
        StringAssert.StartsWith(error.Message, complaint);
    }

    [TestMethod]
    public async Task What_only_the_environment_knows_is_traced_too()
    {
        var file = Read("""{ "base": "small.json", "variants": { "fits": {}, "short": { "policy": { "layers": 1, "width": 16, "heads": 2, "context": 8 } } }, "seeds": [1, 2] }""");
        await using var host = await LabHost.Start(file.Catalog);

        var error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() => file.Check(host.Services.GetRequiredService<RunPlanner>(), CancellationToken.None));

        Assert.IsTrue(error.Errors.All(error => error.Path == "$.variants.short.policy.context"), error.Message);
        Assert.HasCount(error.Errors.Distinct().Count(), error.Errors);
    }

    [TestMethod]
    [DataRow("""{ "name": "other", "base": "small.json", "variants": { "a": {} } }""", "c.json", "other")]
    [DataRow("""{ "base": "small.json", "variants": { "a": {} } }""", "c.json", "c")]
    [DataRow("""{ "base": "small.json", "variants": { "a": {} } }""", "My comparison.json", "comparison")]
    public void It_is_named_by_itself_or_by_its_file(string text, string file, string name) => Assert.AreEqual(name, ComparisonFile.Read(_desk.Write(file, text)).Name);

    [TestMethod]
    public void The_shipped_comparison_of_algorithms_has_every_preset()
    {
        var file = ComparisonFile.Read(Path.Combine(Repository.Root, "experiments", "algorithms.json"));

        CollectionAssert.AreEquivalent(file.Catalog.Of<AlgorithmOptions>().Select(preset => preset.Kind).ToArray(), file.Comparison.Variants.Keys.ToArray());
        Assert.IsTrue(file.Runs.All(run => file.Catalog.For(((ReinforceOptions)run.Experiment.Stages[^1]).Algorithm).Kind == run.Label));
        Assert.HasCount(1, file.Runs.Select(run => ((ReinforceOptions)run.Experiment.Stages[^1]).Tokens).Distinct().ToArray());
    }

    private ComparisonFile Read(string text, params string[] overrides) => ComparisonFile.Read(_desk.Write("c.json", text), overrides);

    private InvalidInputException Refusal(string text) => Assert.ThrowsExactly<InvalidInputException>(() => Read(text));
}
