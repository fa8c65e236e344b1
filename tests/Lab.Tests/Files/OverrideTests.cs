using Lab.Core;
using Lab.Experiments;
using static Lab.Tests.FilesCatalog;

namespace Lab.Tests;

[TestClass]
public sealed class OverrideTests
{
    private const string Stages = """
        [
          { "kind": "imitate" },
          { "kind": "imitate", "name": "again" },
          { "kind": "reinforce" }
        ]
        """;

    private static readonly string Base = Text("\"rewards\": [ { \"kind\": \"test-praise\" } ],", stages: Stages);

    [TestMethod]
    public void A_value_is_replaced_or_added_wherever_it_is()
    {
        var experiment = Read(
            Base,
            "environment.digits=[3,3]",
            "stages[2].iterations=5",
            "stages.reinforce.algorithm.kind=ppo",
            "stages.reinforce.algorithm.klLimit=0.5",
            "stages.again.episodes=7",
            "stages.imitate.episodes=8",
            "rewards.test-praise.weight=-1",
            "tools=[{\"kind\":\"test-abacus\"}]",
            "policy.inner=null",
            "policy={\"width\":64}",
            "seed=7",
            "name=abc");

        Assert.AreEqual(new SumsOptions { Digits = [3, 3] }, experiment.Environment);
        Assert.AreEqual(8, ((ImitateOptions)experiment.Stages[0]).Episodes);
        Assert.AreEqual(new ImitateOptions { Name = "again", Episodes = 7 }, experiment.Stages[1]);
        Assert.AreEqual(new ReinforceOptions { Iterations = 5, Algorithm = new Learning.Ppo { KlLimit = 0.5 } }, experiment.Stages[2]);
        Assert.AreEqual(-1.0, experiment.Rewards[0].Weight);
        Assert.AreEqual<EquatableArray<ToolOptions>>([new AbacusOptions()], experiment.Tools);
        Assert.AreEqual(64, experiment.Policy.Width);
        Assert.AreEqual(7UL, experiment.Seed);
        Assert.AreEqual("abc", experiment.Name);
    }

    [TestMethod]
    public void The_last_of_two_overrides_wins() => Assert.AreEqual(3UL, Read(Base, "seed=2", "seed=3").Seed);

    [TestMethod]
    public void Text_that_is_no_json_is_a_string_whatever_it_holds() =>
        Assert.AreEqual("../a=b.json", Read(Base, "$schema=../a=b.json").Schema);

    [TestMethod]
    public void An_override_can_mend_the_file() => Assert.AreEqual("b", Read(Text().Replace("\"a\"", "12", StringComparison.Ordinal), "name=b").Name);

    [TestMethod]
    [DataRow("seeds=1", "$.seeds: unknown option 'seeds'; did you mean 'seed'?")]
    [DataRow("environmant.digits=[1]", "$.environmant: unknown option 'environmant'; did you mean 'environment'?")]
    [DataRow("stages[0].episode=1", "$.stages[0].episode: unknown option 'episode'; did you mean 'episodes'?")]
    [DataRow("name=12", "$.name: expected a string, found a number")]
    [DataRow("environment.digits=[3,33]", "$.environment.digits[1]: must be from 1 to 9")]
    [DataRow("environment=null", "$.environment: expected an object, found null")]
    public void What_an_override_says_is_checked_like_the_file(string change, string error) =>
        CollectionAssert.AreEqual(new[] { error }, Errors(Base, change));

    [TestMethod]
    [DataRow("seed")]
    [DataRow("=1")]
    [DataRow("")]
    [DataRow("a..b=1")]
    [DataRow(".a=1")]
    [DataRow("a.=1")]
    [DataRow("[0]=1")]
    [DataRow("stages[-1].name=a")]
    [DataRow("stages[x].name=a")]
    [DataRow("stages[0]name=a")]
    [DataRow("stages[9999999].name=a")]
    [DataRow("a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a=1")]
    public void A_malformed_override_is_refused(string change) => Assert.AreEqual(
        $"--set {change}: expected path=value, such as seed=7 or stages[0].learningRate=0.001",
        Refusal(change));

    [TestMethod]
    [DataRow("environment.digits=[3 3]", "line 1, column 4: '3' is invalid after a value. Expected either ',', '}', or ']'.")]
    [DataRow("name=\"abc", "line 1, column 5: Expected end of string, but instead reached end of data.")]
    [DataRow("stages[3].episodes=1", "the last item of $.stages is $.stages[2]")]
    [DataRow("environment.digits[2]=1", "$.environment.digits is not there, so it has no item 2")]
    [DataRow("name[0]=1", "$.name is a string and has no item 0")]
    [DataRow("environment[0]=1", "$.environment is an object and has no item 0")]
    [DataRow("name.first=1", "$.name is a string and has no 'first'")]
    [DataRow("stages.reinforced.iterations=1", "$.stages: unknown item 'reinforced'; did you mean 'reinforce'?")]
    [DataRow("stages.dream.iterations=1", "$.stages: unknown item 'dream'; the items are imitate, again, reinforce")]
    public void An_override_that_leads_nowhere_is_refused(string change, string message)
    {
        var refusal = Refusal(change);

        Assert.StartsWith("--set ", refusal);
        Assert.AreEqual(message, refusal[(refusal.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
    }

    [TestMethod]
    public void A_kind_that_several_stages_have_names_none_of_them()
    {
        var text = Text(stages: """[ { "kind": "imitate", "name": "a" }, { "kind": "imitate", "name": "b" } ]""");

        var error = Assert.ThrowsExactly<InvalidInputException>(() => Read(text, "stages.imitate.episodes=1"));

        Assert.AreEqual("--set stages.imitate.episodes=1: 'imitate' is $.stages[0] and $.stages[1]; say which by its index", error.Message);
    }

    [TestMethod]
    public void A_value_that_is_nested_too_deep_is_refused() =>
        Assert.Contains("maximum configured depth of 64", Refusal($"a.b.c.d.e=[{new string('[', 60)}{new string(']', 60)}]"));

    [TestMethod]
    public void An_override_hides_no_mistake_of_the_file() =>
        CollectionAssert.AreEqual(
            new[] { "$.seed: is given twice", "$.policy.width: expected a whole number, found true" },
            Errors(Text("\"seed\": 1, \"seed\": 2, \"policy\": { \"width\": true },"), "policy.layers=2"));

    private static string Refusal(string change) => Assert.ThrowsExactly<InvalidInputException>(() => Read(Base, change)).Message;
}
