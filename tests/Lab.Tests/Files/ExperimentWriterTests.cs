using System.Text.Json.Nodes;
using Lab.Experiments;
using Lab.Policies;
using static Lab.Tests.FilesCatalog;

namespace Lab.Tests;

[TestClass]
public sealed class ExperimentWriterTests
{
    [TestMethod]
    public void What_is_written_reads_as_an_equal_experiment()
    {
        var experiment = Read(
            """
            {
              "name": "quickstart", "seed": 18446744073709551615,
              "environment": { "kind": "test-sums", "digits": [3], "signs": ["-"], "slope": { "start": 1e-7 } },
              "tools": [ { "kind": "test-abacus", "beads": 4 } ],
              "rewards": [ { "kind": "test-praise", "weight": 0.1 } ],
              "stages": [ { "kind": "imitate", "name": "first" }, { "kind": "reinforce", "algorithm": { "kind": "ppo", "klLimit": 0.3 } } ]
            }
            """);

        var text = new ExperimentWriter(Scan()).Write(experiment);

        Assert.AreEqual(experiment, Read(text));
        Assert.AreEqual(text, new ExperimentWriter(Scan()).Write(Read(text)));
    }

    [TestMethod]
    public void Every_default_is_written_and_the_kind_comes_first()
    {
        var text = new ExperimentWriter(Scan()).Write(Read(Text(environment: """{ "digits": [4], "kind": "test-sums" }""")));
        var written = JsonNode.Parse(text)!.AsObject();

        Assert.StartsWith("{\n  \"name\": \"a\",\n  \"seed\": 1,\n  \"plugins\": [],\n  \"environment\": {\n    \"kind\": \"test-sums\",\n    \"digits\": [\n      4\n    ],\n", text);
        Assert.EndsWith("}\n", text);
        Assert.DoesNotContain("\r", text);
        Assert.DoesNotContain("$schema", text);
        Assert.AreEqual("+", (string?)written["environment"]!["signs"]![0]);
        Assert.Contains("\"+\"", text);
        Assert.AreEqual(0.1, (double)written["environment"]!["heldOut"]!);
        Assert.IsTrue(written["policy"]!.AsObject().ContainsKey("inner"));
        Assert.AreEqual("sampled", (string?)written["evaluation"]!["sampling"]![0]);
        Assert.AreEqual("imitate", (string?)written["stages"]![0]!["kind"]);
        Assert.AreEqual(0.0003, (double)written["stages"]![0]!["learningRate"]!);
    }

    [TestMethod]
    public void A_record_with_a_constructor_makes_the_round_trip()
    {
        var experiment = Read(Text(environment: """{ "kind": "test-riddles", "book": "an \"old\" <one> é" }"""));

        Assert.AreEqual(new RiddlesOptions("an \"old\" <one> é"), experiment.Environment);
        Assert.AreEqual(experiment, Read(new ExperimentWriter(Scan()).Write(experiment)));
    }

    [TestMethod]
    public void What_a_run_found_on_its_machine_makes_the_round_trip()
    {
        var experiment = Read(Text()) with
        {
            Resolved = new() { Lab = "1.0", Runtime = ".NET 10", Device = DeviceChoice.Auto, Threads = 2, Regime = Regime.Lockstep },
        };

        var text = new ExperimentWriter(Scan()).Write(experiment);

        Assert.AreEqual(experiment, Read(text));
        Assert.Contains("\"regime\": \"lockstep\"", text);
        Assert.DoesNotContain("resolved", new ExperimentWriter(Scan()).Write(Read(Text())));
    }
}
