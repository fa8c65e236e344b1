using System.Text.Json;
using System.Text.RegularExpressions;
using Lab.Core;
using Lab.Experiments;
using static Lab.Tests.ReportMarkup;

namespace Lab.Tests;

[TestClass]
public sealed partial class ReportPageTests
{
    [TestMethod]
    public async Task The_headline_says_what_the_run_came_to()
    {
        using var run = await SampleRun.Make();
        var report = run.Report with
        {
            Evaluation =
            [
                new("after imitate", 500, Sampling.Greedy, 0.08, 0.06, 0.11, 5, 0.2, 0),
                new("after imitate", 500, Sampling.Sampled, 0.114, 0.09, 0.145, 5, 0.2, 0),
                new("after reinforce", 500, Sampling.Greedy, 1, 0.992, 1, 12, 1, 0),
                new("after reinforce", 500, Sampling.Sampled, 0.988, 0.974, 0.994, 12, 1, 0),
            ],
        };

        Assert.AreEqual(
            "From 11.4 % to 98.8 % on 500 held-out problems in 2 min 41 s; its demonstrators get 17.0 % right.",
            Text(Content(ReportPage.Render(run.Folder, run.Experiment, report)).Descendants("p").Single(IsClass("lede"))));
    }

    [TestMethod]
    public async Task A_whole_run_has_every_chart_and_nothing_to_complain_about()
    {
        using var run = await SampleRun.Make();
        var page = Content(run.Page);

        CollectionAssert.AreEqual(
            (string[])["Accuracy", "Reward", "Entropy", "KL divergence", "Length", "Calls", "Imitation loss"],
            page.Descendants("figcaption").Select(caption => caption.Element("h3")!.Value).ToArray());
        Assert.IsFalse(page.Descendants("div").Any(IsClass("notice")));
        Assert.AreEqual(5, page.Descendants("article").Count());
        Assert.AreEqual(1 + run.Report.Evaluation.Count, page.Descendants("tbody").Single().Elements("tr").Count());
        Assert.DoesNotContain("NaN", run.Page);
    }

    [TestMethod]
    public async Task What_went_wrong_stands_near_the_top_with_its_remedy()
    {
        using var run = await SampleRun.Make();
        var page = Content(ReportPage.Render(run.Folder, run.Experiment, run.Report with
        {
            Alarms =
            [
                new("reinforce", 3, Cause.NoVariance, "every group scored alike", "Nothing <is> learned.", "Pose easier problems.") { Until = 9 },
                new("reinforce", 7, Cause.AnswersCutOff, "answers cut off", "Half of them.", "Raise limits.tokens."),
            ],
        }));

        var section = page.Elements("section").First();
        Assert.AreEqual("What went wrong", section.Element("h2")!.Value);
        CollectionAssert.AreEqual(
            (string[])["Every group scored alike reinforce, iterations 3 to 9", "Answers cut off reinforce, from iteration 7 on"],
            section.Descendants("h3").Select(Text).ToArray());
        Assert.AreEqual("Nothing <is> learned.", section.Descendants("p").First().Value);
        Assert.AreEqual(2, section.Descendants("svg").Count(IsClass("icon is-wrong")));
    }

    [TestMethod]
    public async Task What_an_expert_looks_at_is_folded_away_and_there_as_far_as_it_was_measured()
    {
        using var run = await SampleRun.Make();
        Assert.IsFalse(Content(run.Page).Descendants("details").Any(IsClass("more")));
        File.WriteAllLines(run.Folder.Metrics, File.ReadAllLines(run.Folder.Metrics).Select(line => line.Replace(
            "\"policy.entropy\"",
            "\"policy.clip_fraction\":0.2,\"policy.clip_fraction_low\":0.1,\"policy.clip_fraction_high\":0.1,\"gradient.norm\":1.5,\"stop.answered\":0.9,\"stop.out_of_tokens\":0.1,\"stop.broken\":0,\"policy.entropy\"",
            StringComparison.Ordinal)));

        var more = Content(run.Page).Descendants("details").Single(IsClass("more"));

        Assert.AreEqual("More curves: clipped tokens, gradient norm, stop reasons", more.Element("summary")!.Value);
        CollectionAssert.AreEqual((string[])["from below", "from above"], more.Descendants("figure").First().Descendants("li").Select(Text).ToArray());
        Assert.DoesNotContain("broken", more.Value);
    }

    [TestMethod]
    public async Task The_page_is_the_same_each_time()
    {
        using var run = await SampleRun.Make();

        var (first, second) = (run.Page, run.Page);

        Assert.AreEqual(first, second);
    }

    [TestMethod]
    public async Task The_page_needs_nothing_from_elsewhere()
    {
        using var run = await SampleRun.Make();

        Assert.DoesNotMatchRegex(Outside(), run.Page);
        CollectionAssert.AreEquivalent(
            (string[])["report.json", "metrics.jsonl", "experiment.json", "episodes/", "checkpoints/final/"],
            Content(run.Page).Descendants("a").Select(link => link.Attribute("href")!.Value).ToArray());
    }

    [TestMethod]
    public async Task What_a_policy_said_is_shown_and_never_run()
    {
        const string hostile = "</q></li><script>alert(1)</script><img src=x onerror=alert(1)>&lt;\u202e\0";
        using var run = await SampleRun.Make();
        var episode = new Episode(new("sums", 1, 1), hostile, 0,
        [
            Segment.Prompt(new TextPart(hostile)),
            Segment.Say(new TextPart(hostile), new CallPart(hostile, hostile)),
            Segment.Observe(new ResultPart(hostile, hostile)),
            new Segment(Role.Said, [new TextPart(hostile)], Ending.Malformed),
        ])
        {
            StopReason = StopReason.Malformed,
            Verdict = Verdict.Wrong(hostile, hostile),
        };
        foreach (var stage in (string[])["imitate", "reinforce"])
        {
            File.WriteAllText(run.EpisodeFile(stage, Sampling.Sampled), JsonSerializer.Serialize(episode, RecordJson.Line));
        }

        var article = Content(run.Page).Descendants("article").Single();

        Assert.IsEmpty(article.Descendants("script"));
        Assert.IsEmpty(article.Descendants("img"));
        Assert.AreEqual(@"</q></li><script>alert(1)</script><img src=x onerror=alert(1)>&lt;\u{202e}\u{0}", article.Element("h3")!.Value);
        Assert.AreEqual(8, article.Descendants("q").Count(quote => quote.Value == article.Element("h3")!.Value));
    }

    [TestMethod]
    public async Task A_damaged_run_is_reported_as_far_as_it_goes()
    {
        using var run = await SampleRun.Make();
        File.AppendAllText(run.Folder.Metrics, "{\"stage\":\"reinforce\",\"iter");
        File.Delete(run.EpisodeFile("reinforce", Sampling.Sampled));
        File.AppendAllLines(run.EpisodeFile("imitate", Sampling.Sampled), ["""{"key":null}""", """{"problem":{},"key":"x","transcript":[null],"verdict":{}}""", "]"]);
        File.WriteAllText(run.Folder.Experiment, "{");

        var page = Content(run.Page);

        CollectionAssert.AreEqual(
            (string[])
            [
                "Line 91 of metrics.jsonl could not be read.",
                "experiment.json is damaged.",
                "3 lines of episodes/evaluation-imitate-sampled.jsonl could not be read, the first of them line 501.",
                "episodes/evaluation-reinforce-sampled.jsonl is missing.",
            ],
            page.Descendants("div").Single(IsClass("notice")).Descendants("li").Select(Text).ToArray());
        Assert.AreEqual(7, page.Descendants("figure").Count());
        Assert.IsEmpty(page.Descendants("article"));
    }

    [TestMethod]
    public async Task Demonstrations_that_were_left_out_are_told()
    {
        using var run = await SampleRun.Make();
        Assert.DoesNotContain("longer than the policy", run.Page);
        File.WriteAllLines(run.Folder.Metrics, File.ReadAllLines(run.Folder.Metrics).Select((line, index) => index is 0 or 2 ? line.Replace("\"episodes\"", "\"demonstrations.too_long\":600,\"episodes\"", StringComparison.Ordinal) : line));

        Assert.Contains("1,200 demonstrations longer than the policy’s context: left out.", run.Page);
    }

    [TestMethod]
    public async Task Without_metrics_there_are_no_charts_and_the_rest_stands()
    {
        using var run = await SampleRun.Make();
        File.Delete(run.Folder.Metrics);

        var page = Content(run.Page);

        Assert.IsEmpty(page.Descendants("figure"));
        Assert.AreEqual(5, page.Descendants("article").Count());
    }

    [TestMethod]
    public async Task A_metric_that_is_missing_costs_its_chart_alone()
    {
        using var run = await SampleRun.Make();
        File.WriteAllLines(run.Folder.Metrics, File.ReadAllLines(run.Folder.Metrics).Select(line => line.Replace("\"policy.kl\"", "\"other\"", StringComparison.Ordinal)));

        var titles = Content(run.Page).Descendants("figcaption").Select(caption => caption.Element("h3")!.Value).ToArray();

        Assert.DoesNotContain("KL divergence", titles);
        Assert.HasCount(6, titles);
    }

    [TestMethod]
    public async Task A_run_stopped_before_its_first_evaluation_says_so()
    {
        using var run = await SampleRun.Make();
        File.WriteAllText(run.Folder.Metrics, "");

        var page = Content(ReportPage.Render(run.Folder, run.Experiment, run.Report with { Status = RunStatus.Interrupted, Evaluation = [], Demonstrations = null }));

        Assert.AreEqual("Stopped after 2 min 41 s, before the policy was evaluated.", Text(page.Descendants("p").Single(IsClass("lede"))));
        StringAssert.StartsWith(page.Descendants("span").Single(IsClass("badge interrupted")).Value, "interrupted");
        Assert.IsEmpty(page.Descendants("table"));
    }

    [TestMethod]
    public async Task After_one_stage_there_is_one_column_of_episodes()
    {
        using var run = await SampleRun.Make(SampleRun.Quickstart with { Stages = [new ImitateOptions { Episodes = 2_000 }] });

        var page = Content(run.Page);

        Assert.IsTrue(page.Descendants("article").All(article => article.Elements("div").Count() == 1));
        CollectionAssert.AreEqual((string[])["Imitation loss"], page.Descendants("figcaption").Select(caption => caption.Element("h3")!.Value).ToArray());
    }

    [TestMethod]
    public async Task The_page_can_be_written_while_the_metrics_are_still_open()
    {
        using var run = await SampleRun.Make();
        using var log = new RunLog(run.Folder, SampleRun.Instruments, new Progress<RunEvent>());

        Assert.AreEqual(7, Content(run.Page).Descendants("figure").Count());
    }

    [GeneratedRegex(@"https?:|//[a-z]|@import|url\(|<script|<link|<img|<iframe|\ssrc=", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
