using Lab.Core;
using Lab.Learning;

namespace Lab.Tests;

[TestClass]
public sealed class BatchRuleTests
{
    [TestMethod]
    public void Groups_that_all_scored_alike_are_left_out()
    {
        Group alike = Scored(1, 1, 1), mixed = Scored(1, 0, 1);
        Assert.IsFalse(new DynamicGroups(new()).Keeps(alike));
        Assert.IsTrue(new DynamicGroups(new()).Keeps(mixed));
        Assert.IsTrue(new AllGroups(new()).Keeps(alike));
        var laid = Objectives.Make(new Dapo()).Lay([alike, mixed], Lay);
        Assert.HasCount(1, laid);
        Assert.HasCount(3, laid[0].Rows);
    }

    [TestMethod]
    public void Truncated_episodes_are_left_out_where_they_are_masked()
    {
        var group = new Group(new Posed(), [Episode(1), Episode(0) with { StopReason = StopReason.OutOfTokens }]);
        var masked = Objectives.Make(new Grpo { Batch = new AllOptions { Truncated = Truncated.Mask } }).Lay([group], Lay);
        Assert.HasCount(1, masked[0].Rows);
        Assert.HasCount(2, Objectives.Make(new Grpo()).Lay([group], Lay)[0].Rows);
    }

    [TestMethod]
    public void Long_episodes_are_punished_softly_and_truncated_ones_wholly()
    {
        // A context of 64 and 16 tokens before its end: 48 cost nothing, 56 a half, 64 a whole.
        var objective = Objectives.Make(new Grpo { Batch = new AllOptions { Truncated = Truncated.Punish, PunishWithin = 16 } });
        var group = new Group(new Posed(), [Episode(1, 48), Episode(1, 56), Episode(1, 64), Episode(1, 10) with { StopReason = StopReason.OutOfTokens }]);
        CollectionAssert.AreEqual(new[] { 1.0, 0.5, 0, 0 }, objective.Lay([group], Lay)[0].Rows.Select(row => row.Score).ToArray());
    }

    [TestMethod]
    public void The_punishment_begins_before_the_limit_that_is_nearer()
    {
        // All tokens but the first are said. Of 41 to say and a context of 64: at 34 tokens 8 are left to say, at 42 none.
        var options = new Grpo { Batch = new AllOptions { Truncated = Truncated.Punish, PunishWithin = 16 } };
        var group = new Group(new Posed(), [Episode(1, 26), Episode(1, 34), Episode(1, 42)]);
        CollectionAssert.AreEqual(new[] { 1.0, 0.5, 0 }, Scores(41));
        // Of 63 the last would be at the context's very end: the same as the context alone.
        CollectionAssert.AreEqual(new[] { 1.0, 1, 1 }, Scores(63));
        // Fewer than the punishment's reach: 33 said of 37 leave 4 of 16, and 25 leave 12.
        CollectionAssert.AreEqual(new[] { 0.75, 0.25, 0 }, Scores(37));

        double[] Scores(int tokens) => [.. Objectives.Make(options, tokens).Lay([group], Lay)[0].Rows.Select(row => row.Score)];
    }

    [TestMethod]
    public void What_the_lab_could_not_score_is_left_out()
    {
        var group = new Group(new Posed(), [Episode(1), Episode(0) with { Unscored = "broken" }]);
        Assert.HasCount(1, RowGroup.Lay([group], Lay)[0].Rows);
        Assert.IsEmpty(RowGroup.Lay([new Group(new Posed(), [Episode(0) with { Unscored = "broken" }])], Lay));
    }

    private static Group Scored(params double[] scores) => new(new Posed(), [.. scores.Select(score => Episode(score))]);

    // The number of tokens stands in the prompt.
    private static Episode Episode(double score, int tokens = 8) => new(new("test", 1, 1), "key", 0, [Segment.Prompt(new TextPart(new string('x', tokens)))])
    {
        StopReason = StopReason.Answered,
        Verdict = Verdict.Correct("x"),
        Scores = [new("correct", score, 1)],
    };

    private static TrainingRow Lay(Episode episode)
    {
        var tokens = episode.Transcript[0].Text!.Length;
        var row = new TrainingRow(new int[tokens], [.. Enumerable.Range(0, tokens).Select(token => token > 0)]) { IsTruncated = episode.StopReason == StopReason.OutOfTokens };
        row.Rewards[^1] = (float)episode.TotalScore;
        return row;
    }

    private sealed record Posed() : Problem(1, 1)
    {
        public override string Key => "key";

        public override EquatableArray<Part> Prompt(int seat) => [];
    }
}
