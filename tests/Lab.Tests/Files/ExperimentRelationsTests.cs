using static Lab.Tests.FilesCatalog;

namespace Lab.Tests;

[TestClass]
public sealed class ExperimentRelationsTests
{
    [TestMethod]
    public void A_reinforce_stage_needs_a_reward_function()
    {
        const string Stages = """[ { "kind": "imitate" }, { "kind": "reinforce" } ]""";

        CollectionAssert.AreEqual(new[] { "$.rewards: a reinforce stage needs at least one reward function" }, Errors(Text(stages: Stages)));
        Assert.HasCount(2, Read(Text("\"rewards\": [ { \"kind\": \"test-praise\" } ],", stages: Stages)).Stages);
        Assert.HasCount(1, Read(Text()).Stages);
    }

    [TestMethod]
    public void No_two_tools_rewards_or_labels_are_the_same() => CollectionAssert.AreEqual(
        new[]
        {
            "$.tools[1]: the tool 'test-abacus' is already that of $.tools[0]",
            "$.rewards[1]: the reward function 'test-praise' is already that of $.rewards[0]",
            "$.stages[1]: the label 'imitate' is already that of $.stages[0]",
            "$.stages[3]: the label 'again' is already that of $.stages[2]",
            "$.stages[4]: the label 'imitate' is already that of $.stages[0]",
        },
        Errors(Text(
            """
            "tools": [ { "kind": "test-abacus" }, { "kind": "test-abacus", "beads": 5 } ],
            "rewards": [ { "kind": "test-praise", "weight": 1 }, { "kind": "test-praise", "weight": 2 } ],
            """,
            stages: """
            [
              { "kind": "imitate" }, { "kind": "imitate" }, { "kind": "imitate", "name": "again" },
              { "kind": "reinforce", "name": "again" }, { "kind": "reinforce", "name": "imitate" }
            ]
            """)));

    [TestMethod]
    public void Stages_of_one_kind_may_have_names_of_their_own() =>
        Assert.HasCount(2, Read(Text(stages: """[ { "kind": "imitate" }, { "kind": "imitate", "name": "again" } ]""")).Stages);

    [TestMethod]
    public void Only_the_last_stage_can_end_with_a_budget_of_tokens()
    {
        const string Budget = """{ "kind": "reinforce", "tokens": 1000 }""";
        CollectionAssert.AreEqual(
            new[] { "$.stages[0].tokens: only the last stage can end with a budget of tokens" },
            Errors(Text(""" "rewards": [ { "kind": "test-praise" } ], """, stages: $$"""[ {{Budget}}, { "kind": "imitate" } ]""")));
        Assert.HasCount(2, Read(Text(""" "rewards": [ { "kind": "test-praise" } ], """, stages: $$"""[ { "kind": "imitate" }, {{Budget}} ]""")).Stages);
    }
}
