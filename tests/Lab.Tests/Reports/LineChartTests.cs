using System.Globalization;
using System.Xml.Linq;
using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class LineChartTests
{
    private const int Width = 340;
    private const int Height = 230;

    [TestMethod]
    public void The_ends_of_a_curve_lie_where_the_axes_say()
    {
        var chart = Chart(new Series("reward", [new(0, 0), new(10, 1)])) with { Unit = ValueUnit.Share };
        var area = new PlotArea(chart, Width, Height);

        var line = Elements(chart, "path").Single(path => path.Attribute("class")?.Value == "line").Attribute("d")!.Value;

        Assert.AreEqual(Invariant($"M{area.Left + 10} {area.Bottom}L{Width - 12} {area.Top}"), line);
    }

    [TestMethod]
    public void A_single_point_is_a_mark()
    {
        var chart = Chart(new Series("reward", [new(1, 0.5)]));

        Assert.ContainsSingle(Elements(chart, "circle"));
        Assert.DoesNotContain("NaN", Draw(chart));
    }

    [TestMethod]
    [DataRow(new double[] { 0, 0, 0 })]
    [DataRow(new double[] { 5, 5, 5 })]
    [DataRow(new double[] { -1e100, 1e100 })]
    [DataRow(new double[] { double.NaN, 1, double.PositiveInfinity, 2, double.MaxValue })]
    [DataRow(new double[] { 1e-300, 2e-300 })]
    public void Every_place_on_the_paper_is_a_number_within_it(double[] values)
    {
        var chart = Chart(new Series("reward", values.Select((value, index) => new PlotPoint(index + 1, value))));

        var line = Elements(chart, "path").Single(path => path.Attribute("class")?.Value == "line").Attribute("d")!.Value;
        foreach (var place in line[1..].Split('L'))
        {
            var (x, y) = place.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray() switch { var pair => (pair[0], pair[1]) };
            Assert.IsTrue(x is >= 0 and <= Width && y is >= 0 and <= Height, place);
        }
    }

    [TestMethod]
    public void Numbers_that_cannot_be_drawn_are_no_points() =>
        Assert.AreEqual(1, new Series("x", [new(1, double.NaN), new(2, 1), new(double.PositiveInfinity, 1), new(3, 1e101)]).Points.Count);

    [TestMethod]
    public void Pointing_at_a_place_tells_every_number_there()
    {
        var chart = Chart(
            new Series("held-out", [new(20, 0.5, (0.4, 0.6))], SeriesStyle.Marked),
            new Series("training", [new(20, 0.55), new(21, 0.6)])) with
        {
            Unit = ValueUnit.Share,
            Stages = [new("warm", 0, 15), new("main", 15, 21)],
        };

        var told = Elements(chart, "g").Where(group => group.Element("rect") is not null && group.Element("title") is not null).Select(group => group.Element("title")!.Value.Replace('\u00a0', ' ')).ToArray();

        CollectionAssert.AreEqual(
            (string[])["main, iteration 5\nheld-out: 50.0 % (40.0 % to 60.0 %)\ntraining: 55.0 %", "main, iteration 6\ntraining: 60.0 %"],
            told);
    }

    [TestMethod]
    public void Several_stages_are_told_apart_and_one_is_named_below()
    {
        var chart = Chart(new Series("x", [new(1, 1), new(30, 2)]));

        CollectionAssert.Contains(Texts(chart), "iteration of reinforce");
        var two = chart with { Stages = [new("warm", 0, 15), new("main", 15, 30)] };
        CollectionAssert.IsSubsetOf((string[])["warm", "main", "iteration"], Texts(two));
        Assert.AreEqual(2, Elements(two, "path").Count(path => path.Attribute("class")?.Value == "boundary"));
    }

    [TestMethod]
    public void A_reference_is_a_line_with_its_number()
    {
        var chart = Chart(new Series("x", [new(1, 0.2), new(2, 0.9)])) with { Unit = ValueUnit.Share, References = [new("demonstrators", 0.17)] };

        CollectionAssert.Contains(Texts(chart), "demonstrators 17.0 %");
    }

    [TestMethod]
    public void Names_are_text_wherever_they_stand()
    {
        var chart = Chart(new Series("<script>x</script>", [new(1, 1)]), new Series("\"onload=", [new(1, 1)])) with { Title = "\" onload=\"x" };

        Assert.IsEmpty(Elements(chart, "script"));
        Assert.IsFalse(XElement.Parse(Draw(chart)).DescendantsAndSelf().Attributes().Any(attribute => attribute.Name == "onload"));
    }

    [TestMethod]
    public void A_long_curve_is_thinned_to_the_means_of_its_stretches()
    {
        var series = new Series("x", Enumerable.Range(1, 1_000).Select(x => new PlotPoint(x, x)));

        Assert.AreEqual(250, series.Points.Count);
        Assert.AreEqual(new PlotPoint(4, 2.5), series.Points[0]);
        Assert.AreEqual(new PlotPoint(1000, 998.5), series.Points[^1]);
    }

    private static Chart Chart(params Series[] series) => new() { Title = "Title", Caption = "caption", Series = series, Stages = [new("reinforce", 0, 10)] };

    private static string Draw(Chart chart) => LineChart.Draw(chart, Width, Height).ToString();

    private static List<XElement> Elements(Chart chart, string name) => [.. XElement.Parse(Draw(chart)).Descendants(name)];

    private static List<string> Texts(Chart chart) => [.. Elements(chart, "text").Select(text => text.Value.Replace('\u00a0', ' '))];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
