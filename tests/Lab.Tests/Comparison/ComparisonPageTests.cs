using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class ComparisonPageTests : IDisposable
{
    private static readonly string[] s_labels = ["grpo", "reinforce++", "ppo"];

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("lab-tests-");

    public void Dispose() => _parent.Delete(recursive: true);

    [TestMethod]
    public async Task All_variants_are_in_the_charts_and_every_run_is_in_the_table()
    {
        var folder = Make(1, 2);
        await Fill(folder);
        folder.Write();
        var page = Content(folder);

        CollectionAssert.AreEqual(
            (string[])["Accuracy, sampled", "Accuracy, greedy", .. s_labels],
            page.Descendants("figcaption").Select(caption => caption.Element("h3")!.Value).ToArray());
        foreach (var wide in page.Descendants("figure").Take(2))
        {
            CollectionAssert.AreEqual(s_labels, wide.Descendants("li").Select(entry => entry.Value).ToArray());
        }

        CollectionAssert.AreEqual(
            folder.Runs.Select(run => $"{run.Folder}/report.html").ToArray(),
            page.Descendants("table").Descendants("a").Select(link => link.Attribute("href")!.Value).ToArray());
        Assert.DoesNotContain("NaN", File.ReadAllText(folder.Page));
    }

    [TestMethod]
    public async Task The_table_has_each_runs_own_numbers()
    {
        var folder = Make(1);
        await Fill(folder);
        var last = folder.Report().Runs[0].Report!.Evaluation[^2];
        folder.Write();

        var row = Content(folder).Descendants("tbody").Single().Elements("tr").First().Elements().Select(cell => Text(cell)).ToArray();

        Assert.AreEqual(Sampling.Sampled, last.Sampling);
        Assert.AreEqual("grpo", row[0]);
        Assert.AreEqual(Figures.Percent(last.Accuracy).Replace('\u00a0', ' '), row[2]);
        Assert.AreEqual($"{Figures.Percent(last.Low)} to {Figures.Percent(last.High)}".Replace('\u00a0', ' '), row[3]);
        Assert.AreEqual($"{Figures.Count(folder.Report().Runs[0].Report!.Tokens.Sampled)} tokens", row[6]);
    }

    [TestMethod]
    public void Before_anything_has_run_the_page_says_so()
    {
        var folder = Make(1);
        folder.Write();
        var page = Content(folder);

        Assert.IsEmpty(page.Descendants("figure"));
        Assert.AreEqual("3 variants of base.json; none has ended yet.", Text(page.Descendants("p").First()));
        Assert.AreEqual("3 not ended", page.Descendants("span").First().Value);
        Assert.IsEmpty(page.Descendants("table").Descendants("a"));
    }

    [TestMethod]
    public async Task A_run_that_failed_is_marked_and_the_others_stand()
    {
        var folder = Make(1);
        await Fill(folder);
        var lost = RunFolder.Open(folder.In("ppo-1"));
        var report = JsonSerializer.Deserialize<RunReport>(await File.ReadAllTextAsync(lost.ReportData), RecordJson.Line)!;
        await File.WriteAllTextAsync(lost.ReportData, JsonSerializer.Serialize(report with { Status = RunStatus.Failed, Evaluation = [] }, RecordJson.Line));
        File.Delete(lost.Metrics);
        await File.WriteAllTextAsync(RunFolder.Open(folder.In("grpo-1")).ReportData, "{");
        folder.Write();
        var page = Content(folder);

        CollectionAssert.AreEqual((string[])["grpo not ended", "reinforce++", "ppo failed"], page.Descendants("tbody").Single().Elements("tr").Select(row => Text(row.Elements().First())).ToArray());
        Assert.AreEqual("1 finished, 1 failed, 1 not ended", page.Descendants("span").First().Value);
    }

    [TestMethod]
    public async Task What_was_compared_is_kept_as_data()
    {
        var folder = Make(1);
        await Fill(folder);
        folder.Write();
        var data = JsonNode.Parse(await File.ReadAllTextAsync(folder.Data))!;

        Assert.AreEqual("sample", (string?)data["comparison"]);
        Assert.AreEqual("base.json", (string?)data["base"]);
        Assert.AreEqual("grpo", (string?)data["variants"]!["grpo"]!["stages.reinforce.algorithm"]!["kind"]);
        Assert.AreEqual("finished", (string?)data["runs"]![2]!["report"]!["status"]);
        Assert.AreEqual("ppo-1", (string?)data["runs"]![2]!["folder"]);
    }

    private ComparisonFolder Make(params ulong[] seeds)
    {
        var variants = new OrderedDictionary<string, OrderedDictionary<string, JsonElement>>();
        foreach (var label in s_labels)
        {
            variants[label] = new() { ["stages.reinforce.algorithm"] = JsonSerializer.SerializeToElement(new { kind = label }) };
        }

        var comparison = new Comparison { Base = "base.json", Variants = variants };
        var runs = s_labels.SelectMany(label => seeds.Select(seed => new ComparedRun(label, SampleRun.Quickstart with { Name = label, Seed = seed }, new(label, []))));
        return ComparisonFolder.Create(_parent.FullName, "sample", comparison, [.. runs], TimeProvider.System);
    }

    // As if each had been run: a made-up run's files in its folder.
    private static async Task Fill(ComparisonFolder folder)
    {
        foreach (var run in folder.Runs)
        {
            using var sample = await SampleRun.Make(run.Experiment);
            var target = RunFolder.CreateAt(folder.In(run.Folder));
            File.Copy(sample.Folder.Experiment, target.Experiment);
            File.Copy(sample.Folder.Metrics, target.Metrics);
            await File.WriteAllTextAsync(target.ReportData, JsonSerializer.Serialize(sample.Report, RecordJson.Indented));
        }
    }

    private static XElement Content(ComparisonFolder folder)
    {
        var page = File.ReadAllText(folder.Page);
        return XElement.Parse(page[page.IndexOf("<main>", StringComparison.Ordinal)..(page.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length)], LoadOptions.PreserveWhitespace);
    }

    private static string Text(XElement element) => element.Value.Replace('\u00a0', ' ').Trim();
}
