using Lab.Core;
using Lab.Experiments;
using static Lab.Tests.ReportMarkup;

namespace Lab.Tests;

/// <summary>What the report of a game shows besides that of any run.</summary>
[TestClass]
public sealed class GameReportTests
{
    [TestMethod]
    [DataRow(0.25, null, "NashConv", "0.250")]
    [DataRow(null, 0.75, "Optimal moves", "75.0 %")]
    [DataRow(null, null, "Matches won", "0.300")]
    public async Task The_wide_chart_of_a_game_is_of_the_number_in_its_headline(double? nashConv, double? optimal, string wide, string figure)
    {
        using var run = await SampleRun.Make();
        var exam = new GameExam { Matches = [new(StrategyPlayer.UniformName, "first", 100, 60, 10, 25, 5, 0, 0.3)], NashConv = nashConv, Value = 0, Optimal = optimal };
        var report = run.Report with { Evaluation = [.. run.Report.Evaluation.Select(result => result with { Game = exam })] };

        var page = Content(ReportPage.Render(run.Folder, run.Experiment, report));

        var first = page.Descendants("figure").First();
        Assert.IsTrue(IsClass("figure wide")(first));
        Assert.AreEqual(wide, first.Descendants("h3").Single().Value);
        StringAssert.Contains(Text(page.Descendants("p").Single(IsClass("lede"))), figure);
    }

    [TestMethod]
    public async Task A_games_exam_is_told_whole()
    {
        using var run = await SampleRun.Make();
        var exam = new GameExam
        {
            Matches =
            [
                new(StrategyPlayer.UniformName, "X", 100, 60, 10, 25, 5, 0, 0.325),
                new(StrategyPlayer.UniformName, "O", 100, 50, 0, 50, 0, 0, 0),
                new("perfect", "X", 100, 0, 90, 10, 0, 0, -0.1),
                new("reinforce-000040", "O", 100, 40, 20, 10, 10, 20, 0.1875),
            ],
            Optimal = 0.875,
            OptimalAs = [new("X", 0.9), new("O", 0.85)],
            LosingLines = [new("X", 0, 89), new("O", 7, 457)],
            NashConv = 0.0625,
            Value = -0.0556,
            InformationSets = [new("1J", [new("p", 0.75), new("b", 0.25)], 0.01)],
        };
        var report = run.Report with { Evaluation = [.. run.Report.Evaluation.Select(result => result with { Game = result.Sampling == Sampling.Sampled ? exam : null })] };

        var section = Content(ReportPage.Render(run.Folder, run.Experiment, report)).Elements("section").Single(section => section.Element("h2")?.Value == "The game, after reinforce");

        CollectionAssert.AreEqual(
            (string[])
            [
                "Played sampled, 87.5 % of the moves in all positions are optimal: 90.0 % as X, 85.0 % as O.",
                "Against every possible reply it loses 0 of 89 lines as X and 7 of 457 lines as O.",
                "Best responses gain 0.0625 against it over both seats (NashConv); against itself the first seat gets -0.0556.",
                "Spoiled matches, which the opponent ended with an illegal move, count for nobody.",
            ],
            section.Descendants("p").Select(Text).ToArray());
        CollectionAssert.AreEqual(
            (string[])
            [
                "against|as|moves|won|drawn|lost|illegal|payoff|matches|spoiled",
                "uniform|X|sampled|60.0 %|10.0 %|25.0 %|5.0 %|0.325|100|0",
                "uniform|O|sampled|50.0 %|0 %|50.0 %|0 %|0.000|100|0",
                "perfect|X|sampled|0 %|90.0 %|10.0 %|0 %|-0.100|100|0",
                "reinforce-000040|O|sampled|50.0 %|25.0 %|12.5 %|12.5 %|0.188|100|20",
                "knows|plays|illegal",
                "1J|p 75.0 %, b 25.0 %|1.0 %",
            ],
            section.Descendants("tr").Select(row => string.Join('|', row.Elements().Select(Text))).ToArray());
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task That_a_game_is_too_large_is_said(bool large)
    {
        using var run = await SampleRun.Make();
        var exam = new GameExam { Matches = [new(StrategyPlayer.UniformName, "X", 1, 1, 0, 0, 0, 0, 1)], IsTooLarge = large };
        var report = run.Report with { Evaluation = [.. run.Report.Evaluation.Select(result => result with { Game = exam })] };

        Assert.AreEqual(large, ReportPage.Render(run.Folder, run.Experiment, report).Contains("more than 50,000 positions or lines", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task The_chart_of_a_game_has_what_was_measured_during_stages_and_after_them()
    {
        using var run = await SampleRun.Make();
        MetricsLine[] lines = [new("reinforce", 1, new Dictionary<string, double> { [MetricNames.NashConv] = 0.5 }), new("reinforce", 2, new Dictionary<string, double> { [MetricNames.NashConv] = 0.4 })];
        var report = run.Report with { Evaluation = [After("imitate", 0.6), After("reinforce", 0.3)] };

        var chart = new RunCharts(lines, run.Experiment, report).Main!;

        CollectionAssert.AreEqual((PlotPoint[])[new(0, 0.6), new(1, 0.5), new(2, 0.3)], chart.Series.Single().Points.ToArray());

        static EvaluationResult After(string stage, double nashConv) =>
            new($"after {stage}", 10, Sampling.Sampled, 0.5, 0, 1, 1, 0, 0) { Game = new() { Matches = [], NashConv = nashConv } };
    }
}
