using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class MetricsTests
{
    [TestMethod]
    public void A_line_has_its_stage_its_iteration_and_its_numbers()
    {
        var line = MetricsLine.Parse("""{"stage":"reinforce","iteration":3,"verifier.accuracy":0.25,"note":"x","reward.total":1e999}""")!;

        Assert.AreEqual("reinforce", line.Stage);
        Assert.AreEqual(3, line.Iteration);
        Assert.AreEqual(0.25, line.Values["verifier.accuracy"]);
        CollectionAssert.AreEqual(new[] { "verifier.accuracy" }, line.Values.Keys.ToArray());
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("7")]
    [DataRow("""{"stage":null,"iteration":1}""")]
    [DataRow("""{"stage":"a","iteration":"1"}""")]
    [DataRow("""{"stage":"a","iteration":0}""")]
    [DataRow("""{"stage":"a","iteration":1.5}""")]
    [DataRow("""{"stage":"a","iteration":99999999999}""")]
    public void A_line_without_a_place_is_none(string text) => Assert.IsNull(MetricsLine.Parse(text));

    [TestMethod]
    public void Damaged_lines_are_left_out_and_told()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """
                {"stage":"a","iteration":1,"x":1}
                {"stage":"a","iteration":2,"x":

                {"stage":"a","iteration":4,"x":4}
                """);

            var (lines, fault) = JsonLines.Read(path, "metrics.jsonl", MetricsLine.Parse);

            CollectionAssert.AreEqual((int[])[1, 4], lines.Select(line => line.Iteration).ToArray());
            Assert.AreEqual("2 lines of metrics.jsonl could not be read, the first of them line 2.", fault);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    public void A_file_that_is_not_there_is_told()
    {
        var (lines, fault) = JsonLines.Read(Path.Combine(Path.GetTempPath(), "no-such-folder", "metrics.jsonl"), "metrics.jsonl", MetricsLine.Parse);

        Assert.IsEmpty(lines);
        Assert.AreEqual("metrics.jsonl is missing.", fault);
    }

    [TestMethod]
    public void Stages_follow_each_other_on_one_axis()
    {
        var timeline = new Timeline([Line("warm", 1, 0.1), Line("warm", 2, 0.2), Line("main", 1, 0.3), Line("main", 3, 0.5)]);

        CollectionAssert.AreEqual((Stretch[])[new("warm", 0, 2), new("main", 2, 5)], timeline.Stages.ToArray());
        CollectionAssert.AreEqual((PlotPoint[])[new(1, 0.1), new(2, 0.2), new(3, 0.3), new(5, 0.5)], timeline.Points("x").ToArray());
        Assert.IsEmpty(timeline.Points("y"));
    }

    [TestMethod]
    public void Of_two_lines_for_one_iteration_the_later_counts()
    {
        var timeline = new Timeline([Line("a", 1, 0.1), Line("a", 2, 0.2), Line("a", 2, 0.7), Line("a", 1, 0.6)]);

        CollectionAssert.AreEqual((PlotPoint[])[new(1, 0.6), new(2, 0.7)], timeline.Points("x").ToArray());
    }

    private static MetricsLine Line(string stage, int iteration, double value) => new(stage, iteration, new Dictionary<string, double> { ["x"] = value });
}
