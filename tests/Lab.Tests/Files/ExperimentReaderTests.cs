using Lab.Core;
using Lab.Experiments;
using Lab.Learning;
using static Lab.Tests.FilesCatalog;

namespace Lab.Tests;

[TestClass]
public sealed class ExperimentReaderTests
{
    [TestMethod]
    public void A_file_is_read_with_comments_trailing_commas_and_the_kind_anywhere()
    {
        var experiment = Read("""
            {
              // What it is called.
              "name": "quickstart",
              "environment": { "digits": [3, 2,], "signs": ["-", "+"], "kind": "test-sums" },
              "rewards": [ { "weight": 0.5, "kind": "test-praise" } ], /* one */
              "stages": [ { "kind": "imitate", "learningRate": 1e-3 }, { "iterations": 5, "algorithm": { "klLimit": 0.3, "kind": "ppo" }, "kind": "reinforce" } ],
              "evaluation": { "sampling": ["greedy"] },
            }
            """);

        Assert.AreEqual("quickstart", experiment.Name);
        Assert.AreEqual(1UL, experiment.Seed);
        Assert.AreEqual(new SumsOptions { Digits = [3, 2], Signs = [Sign.Minus, Sign.Plus] }, experiment.Environment);
        Assert.AreEqual<EquatableArray<RewardOptions>>([new PraiseOptions { Weight = 0.5 }], experiment.Rewards);
        Assert.AreEqual(new ImitateOptions { LearningRate = 1e-3 }, experiment.Stages[0]);
        Assert.AreEqual(new ReinforceOptions { Iterations = 5, Algorithm = new Ppo { KlLimit = 0.3 } }, experiment.Stages[1]);
        Assert.AreEqual<EquatableArray<Sampling>>([Sampling.Greedy], experiment.Evaluation.Sampling);
    }

    [TestMethod]
    public void Every_error_is_reported_at_once_in_the_order_of_the_file()
    {
        var errors = Errors("""
            {
              "seed": -1,
              "environment": { "digit": [2], "digits": [2, 12], "kind": "test-sums", "signs": ["*"] },
              "policy": { "layers": 0, "width": 100, "heads": "four", "context": 2.5 },
              "tools": [ { "kind": "test-abacus", "beads": 300 }, {}, "test-abacus" ],
              "seed": 2,
              "stages": [ { "kind": "imitat" }, { "kind": "reinforce", "algorithm": null, "attempts": 5000000000 } ],
              "evaluation": { "sampling": [] }
            }
            """);

        CollectionAssert.AreEqual(
            new[]
            {
                "$.seed: must be from 0 to 18446744073709551615",
                "$.environment.digit: unknown option 'digit'; did you mean 'digits'?",
                "$.environment.digits[1]: must be from 1 to 9",
                "$.environment.signs[0]: unknown value '*'; the values are +, -",
                "$.policy.layers: must be from 1 to 128",
                "$.policy.heads: expected a whole number, found a string",
                "$.policy.context: expected a whole number in plain digits, found 2.5",
                "$.tools[0].beads: must be from 2 to 20",
                "$.tools[1]: needs a 'kind'; the kinds are letter-counter, test-abacus",
                "$.tools[2]: expected an object, found a string",
                "$.seed: is given twice",
                "$.stages[0].kind: unknown kind 'imitat'; did you mean 'imitate'?",
                "$.stages[1].algorithm: expected an object, found null",
                "$.stages[1].attempts: must be from 1 to 10000",
                "$.evaluation.sampling: must name at least one of sampled, greedy",
                "$.name: is required",
            },
            errors);
    }

    [TestMethod]
    [DataRow("""[]""", "$: expected an object, found a list")]
    [DataRow("""7""", "$: expected an object, found a number")]
    [DataRow("""null""", "$: expected an object, found null")]
    public void A_document_that_is_no_object_is_refused(string text, string error) => CollectionAssert.AreEqual(new[] { error }, Errors(text));

    [TestMethod]
    [DataRow("\"limits\": { \"colour\": 1 },", "$.limits.colour: unknown option 'colour'; the options are tokens, calls, turns")]
    [DataRow("\"Seed\": 1,", "$.Seed: unknown option 'Seed'; did you mean 'seed'?")]
    [DataRow("\"sede\": 1,", "$.sede: unknown option 'sede'; did you mean 'seed'?")]
    [DataRow("\"limits\": { \"two words\": 1, \"\": 1 },", "$.limits['two words']: unknown option 'two words'; the options are tokens, calls, turns|$.limits['']: unknown option ''; the options are tokens, calls, turns")]
    [DataRow("\"plugins\": [1, null],", "$.plugins[0]: expected a string, found a number|$.plugins[1]: expected a string, found null")]
    [DataRow("\"plugins\": null,", "$.plugins: expected a list, found null")]
    [DataRow("\"plugins\": {},", "$.plugins: expected a list, found an object")]
    [DataRow("\"limits\": true,", "$.limits: expected an object, found true")]
    [DataRow("\"limits\": { \"tokens\": false },", "$.limits.tokens: expected a whole number, found false")]
    [DataRow("\"limits\": { \"tokens\": 1e3 },", "$.limits.tokens: expected a whole number in plain digits, found 1e3")]
    [DataRow("\"limits\": { \"calls\": 99999999999999999999999999999999999999999999999999 },", "$.limits.calls: must be from 0 to 1000")]
    [DataRow("\"seed\": 18446744073709551616,", "$.seed: must be from 0 to 18446744073709551615")]
    [DataRow("\"policy\": { \"kind\": \"big\" },", "$.policy.kind: unknown option 'kind'; the options are layers, width, heads, keyValueHeads, inner, context, rotaryBase")]
    [DataRow("\"evaluation\": { \"sampling\": [\"Greedy\", 1, \"sample\"] },", "$.evaluation.sampling[0]: unknown value 'Greedy'; did you mean 'greedy'?|$.evaluation.sampling[1]: expected one of sampled, greedy, found a number|$.evaluation.sampling[2]: unknown value 'sample'; did you mean 'sampled'?")]
    [DataRow("\"tools\": [ { \"kind\": \"test-abacus\", \"wires\": 5000000000, \"wear\": 1.4 } ],", "$.tools[0].wires: must be from 1 to 5|$.tools[0].wear: must be from 0 to 1")]
    [DataRow("\"seed\": 1, \"seed\": 1, \"seed\": \"x\",", "$.seed: is given twice|$.seed: is given twice")]
    public void A_member_that_is_not_as_it_should_be_is_refused(string members, string errors) =>
        Assert.AreEqual(errors, string.Join('|', Errors(Text(members))));

    [TestMethod]
    [DataRow("""{ "kind": "test-sums", "digits": [] }""", "$.environment.digits: must have at least 1 item")]
    [DataRow("""{ "kind": "test-sums", "digits": [1, 2, 3, 4] }""", "$.environment.digits: must have at most 3 items")]
    [DataRow("""{ "kind": "test-sums", "digits": [[1]] }""", "$.environment.digits[0]: expected a whole number, found a list")]
    [DataRow("""{ "kind": "test-sums", "prefix": "" }""", "$.environment.prefix: must match [a-z ]+")]
    [DataRow("""{ "kind": "test-sums", "prefix": "What" }""", "$.environment.prefix: must match [a-z ]+")]
    [DataRow("""{ "kind": "test-sums", "signed": 1 }""", "$.environment.signed: expected true or false, found a number")]
    [DataRow("""{ "kind": "test-sums", "heldOut": 0.95 }""", "$.environment.heldOut: must be from 0 to 0.9")]
    [DataRow("""{ "kind": "test-sums", "heldOut": "a tenth" }""", "$.environment.heldOut: expected a number, found a string")]
    [DataRow("""{ "kind": "test-sums", "difficulty": 1e999 }""", "$.environment.difficulty: must be from 0 to 1")]
    [DataRow("""{ "kind": "test-sums", "slope": { "start": 0 } }""", "$.environment.slope.start: must be above 0 and at most 1")]
    [DataRow("""{ "kind": "test-sums", "slope": { "end": 1e39 } }""", "$.environment.slope.end: is too large a number")]
    [DataRow("""{ "kind": "test-sums", "slope": { "end": 0.25 } }""", "$.environment.slope: starts above its end")]
    [DataRow("""{ "kind": "test-sums", "least": 5, "most": 4 }""", "$.environment.most: must be at least 5, which is the least answer")]
    [DataRow("""{ "kind": "test-sums", "signed": true, "digits": [2, 7] }""", "$.environment.digits[1]: signed operands have at most 6 digits")]
    [DataRow("""{ "kind": "test-riddles" }""", "$.environment.book: is required")]
    [DataRow("""{ "kind": "test-riddles", "boook": "b" }""", "$.environment.boook: unknown option 'boook'; did you mean 'book'?")]
    [DataRow("""{ "kind": "test-riddles", "book": null, "page": null }""", "$.environment.book: expected a string, found null|$.environment.page: expected a whole number, found null")]
    [DataRow("""{ "kind": "test-sum" }""", "$.environment.kind: unknown kind 'test-sum'; did you mean 'test-sums'?")]
    [DataRow("""{ "kind": 3 }""", "$.environment.kind: expected a string, found a number")]
    [DataRow("""{ "kind": "test-sums", "kind": "test-sums" }""", "$.environment.kind: is given twice")]
    [DataRow("""null""", "$.environment: expected an object, found null")]
    public void An_environment_that_is_not_as_it_should_be_is_refused(string environment, string errors) =>
        Assert.AreEqual(errors, string.Join('|', Errors(Text(environment: environment))));

    [TestMethod]
    public void A_name_that_is_near_no_kind_brings_the_list_of_kinds() =>
        CollectionAssert.AreEqual(
            new[] { "$.stages[0].kind: unknown kind 'dream'; the kinds are distil, imitate, reinforce" },
            Errors(Text(stages: """[ { "kind": "dream" } ]""")));

    [TestMethod]
    public void A_family_without_plugins_says_so() =>
        CollectionAssert.AreEqual(
            new[] { "$.environment.kind: unknown kind 'sums'; there is no kind to choose from", "$.stages[0]: needs a 'kind'; there is no kind to choose from" },
            Assert.ThrowsExactly<InvalidInputException>(() => new ExperimentReader(Catalog.Scan()).Parse(Text(environment: """{ "kind": "sums" }""", stages: "[{}]"), "a.json"))
                .Errors.Select(error => $"{error.Path}: {error.Message}").ToArray());

    [TestMethod]
    public void A_broken_relation_hides_no_other_mistake() =>
        CollectionAssert.AreEqual(
            new[] { "$.policy.width: must be a multiple of 16", "$.policy.heads: width 100 must divide into 4 heads of even width", "$.name: must be 1 to 40 lower-case letters, digits, hyphens and plus signs" },
            Errors("""{ "policy": { "width": 100 }, "name": "A b", "environment": { "kind": "test-sums" }, "stages": [ { "kind": "imitate" } ] }"""));

    [TestMethod]
    public void What_may_be_null_may_be_null()
    {
        var experiment = Read(Text("""
            "$schema": null, "policy": { "inner": null, "keyValueHeads": null },
            """, environment: """{ "kind": "test-sums", "most": null }"""));

        Assert.IsNull(experiment.Schema);
        Assert.IsNull(experiment.Policy.Inner);
        Assert.IsNull(((SumsOptions)experiment.Environment).Most);
    }

    [TestMethod]
    public void The_ends_of_a_range_belong_to_it()
    {
        var experiment = Read(Text("\"seed\": 18446744073709551615,", environment: """{ "kind": "test-sums", "digits": [1, 9], "heldOut": 0.9, "least": -9223372036854775808, "most": 9223372036854775807 }"""));

        Assert.AreEqual(ulong.MaxValue, experiment.Seed);
        Assert.AreEqual(new SumsOptions { Digits = [1, 9], HeldOut = 0.9, Least = long.MinValue, Most = long.MaxValue }, experiment.Environment);
    }

    [TestMethod]
    public void A_hostile_name_stays_on_one_short_line()
    {
        var errors = Errors(Text($"\"{new string('x', 5000)}\\n\\u001b[31m\": 1, \"a\\nb\": 2,"));

        Assert.HasCount(2, errors);
        Assert.StartsWith($"$.{new string('x', 60)}…'", errors[0].Replace("['", ".", StringComparison.Ordinal));
        Assert.IsLessThan(400, errors[0].Length);
        Assert.StartsWith(@"$['a\nb']: unknown option 'a\nb'; the options are", errors[1]);
    }
}
