using System.Text.RegularExpressions;
using Lab.Core;
using Lab.Environments;
using Match = Lab.Core.Match;

namespace Lab.Tests;

[TestClass]
public sealed partial class DocumentQuestionsTests
{
    private static readonly DocumentsHabits Flawless = new() { ToolShare = 1, BadQuery = 0, Misread = 0 };

    [TestMethod]
    [DataRow(8, 0)]
    [DataRow(60, 1)]
    [DataRow(500, 6)]
    public async Task Every_question_can_be_answered_by_searching(int documents, int idle)
    {
        DocumentsOptions options = new() { Documents = documents, Idle = idle, Demonstrations = Flawless };
        for (var corpus = 1UL; corpus <= 3; corpus++)
        {
            foreach (var episode in await Play(options with { Corpus = corpus }, 300))
            {
                Assert.IsTrue(episode.Verdict!.IsCorrect, $"corpus {corpus}: {episode.Transcript[0].Text}{string.Join('\n', episode.Transcript.Skip(1).Select(segment => segment.Parts[0]))}");
                Assert.AreEqual(1, episode.Verdict.Fact("found"));
            }
        }
    }

    [TestMethod]
    public async Task An_easy_question_takes_one_search_and_a_hard_one_two()
    {
        DocumentsOptions options = new() { Demonstrations = Flawless };
        Assert.IsTrue((await Play(options, 200, difficulty: 0)).All(episode => episode.Calls == 1));
        Assert.IsTrue((await Play(options, 200, difficulty: 1)).All(episode => episode.Calls == 2));

        // Four deviations of 1000 draws at a half are 63.
        Assert.AreEqual(500, (await Play(options, 1_000, difficulty: 0.5)).Count(episode => episode.Calls == 2), 63);
    }

    [TestMethod]
    public void No_prompt_holds_its_answer()
    {
        DocumentQuestions environment = new(new() { Documents = 400 });
        for (var seed = 0UL; seed < 3_000; seed++)
        {
            var problem = environment.Pose(seed, seed % 2);
            var answer = Text(environment.Solution(problem));
            Assert.IsFalse(Words().Matches(Text(problem.Prompt(0))).Any(word => word.Value.Equals(answer, StringComparison.OrdinalIgnoreCase)), answer);
            Assert.IsTrue(environment.Documents.Any(document => document.Text.Contains(answer, StringComparison.Ordinal)));
        }
    }

    [TestMethod]
    public async Task The_answer_of_one_who_never_searched_was_not_found()
    {
        foreach (var episode in await Play(new() { Demonstrations = Flawless with { ToolShare = 0 } }, 200))
        {
            Assert.AreEqual(0, episode.Calls);
            Assert.AreEqual(0, episode.Verdict!.Fact("found"));
            Assert.AreEqual(1, episode.Verdict.Fact("readable"), "a guess is an answer of the right sort");
        }
    }

    [TestMethod]
    public async Task As_many_search_as_the_habits_say() =>
        // Four deviations of 1000 draws at 0.3 are 0.058.
        Assert.AreEqual(0.3, (await Play(new() { Demonstrations = Flawless with { ToolShare = 0.3 } }, 1_000)).Average(episode => episode.Calls > 0 ? 1.0 : 0.0), 0.058);

    [TestMethod]
    public void What_was_found_is_the_share_of_the_sentences_shown()
    {
        DocumentQuestions environment = new(new());
        var problem = environment.Pose(1, 1);
        var begun = Match.Begin("documents", problem).Episodes[0];
        var all = Segment.Observe(new ResultPart("search", string.Join('\n', environment.Documents.Select(document => document.Text))));
        var subject = problem.Key[..problem.Key.IndexOf('/', StringComparison.Ordinal)];
        var first = Segment.Observe(new ResultPart("search", environment.Documents.Single(document => document.Title.Equals(subject, StringComparison.OrdinalIgnoreCase)).Text));
        Assert.AreEqual(0, Found(begun.Append(Segment.Say(new TextPart(all.Parts[0].ToString()!))), "what one says oneself was not shown"));
        Assert.AreEqual(0.5, Found(begun.Append(first), "one of two"));
        Assert.AreEqual(1, Found(begun.Append(all), "both"));

        double? Found(Episode episode, string why) => environment.Verify(problem, episode.Append(Segment.Say(new TextPart("x"))) with { StopReason = StopReason.Answered }).Fact("found") ?? throw new InvalidOperationException(why);
    }

    [TestMethod]
    public void An_answer_counts_without_its_capitals_and_with_space_around_it()
    {
        DocumentQuestions environment = new(new());
        for (var seed = 0UL; seed < 50; seed++)
        {
            var problem = environment.Pose(seed, 0);
            var answer = Text(environment.Solution(problem));
            Assert.IsTrue(Decide(environment, problem, $" {answer.ToUpperInvariant()}\n").IsCorrect);
            foreach (var wrong in new[] { $"{answer}.", $"it is {answer}", $"{answer} {answer}", answer[1..], "", "\0", new string('9', 100_000) })
            {
                Assert.IsFalse(Decide(environment, problem, wrong).IsCorrect, wrong.Length > 100 ? "" : wrong);
            }
        }
    }

    [TestMethod]
    public async Task Slips_cost_as_often_as_the_habits_say()
    {
        // A mistyped family name finds nobody of that name; a mistyped town or boat neither.
        var mistyped = await Play(new() { Demonstrations = Flawless with { BadQuery = 0.4 } }, 2_000, difficulty: 0);
        Assert.AreEqual(0.6, mistyped.Average(episode => episode.Verdict!.Fact("found")!.Value), 0.05);

        // Four deviations of 2000 draws at 0.3 are 0.041.
        var misread = await Play(new() { Demonstrations = Flawless with { Misread = 0.3 } }, 2_000, difficulty: 0);
        Assert.AreEqual(0.7, misread.Average(episode => episode.Verdict!.IsCorrect ? 1.0 : 0.0), 0.041);
        Assert.IsTrue(misread.All(episode => episode.Verdict!.Fact("found") == 1));
    }

    [TestMethod]
    public void The_documents_are_the_same_for_the_same_corpus_and_others_for_another()
    {
        EquatableArray<Document> first = [.. new DocumentQuestions(new()).Documents];
        Assert.AreEqual(first, [.. new DocumentQuestions(new()).Documents]);
        Assert.AreNotEqual(first, [.. new DocumentQuestions(new() { Corpus = 2 }).Documents]);
        Assert.HasCount(500, first);
        Assert.HasCount(500, first.Select(document => document.Title).Distinct());
    }

    [TestMethod]
    [DataRow(8, 0)]
    [DataRow(2000, 6)]
    public async Task It_conforms_at_both_ends(int documents, int idle)
    {
        DocumentQuestions environment = new(new() { Documents = documents, Idle = idle });
        var checks = await EnvironmentConformance.Examine("documents", environment, Tools(environment), Draw.From(2), CancellationToken.None);
        Assert.AreEqual("", string.Join('\n', checks.Where(check => !check.Passed)));
    }

    private static Verdict Decide(DocumentQuestions environment, Problem problem, string answer) =>
        environment.Verify(problem, Match.Begin("documents", problem).Episodes[0].Append(Segment.Say(new TextPart(answer))) with { StopReason = StopReason.Answered });

    private static async Task<IReadOnlyList<Episode>> Play(DocumentsOptions options, int count, double difficulty = 0.5)
    {
        DocumentQuestions environment = new(options);
        var referee = new Referee("documents", environment, Tools(environment), new());
        var episodes = new List<Episode>();
        for (var index = 0; index < count; index++)
        {
            var draw = Draw.From(7).At(index);
            episodes.Add((await referee.Play(environment.Pose(draw.Bits(), difficulty), [new Demonstrator(environment)], draw.At("play"), CancellationToken.None)).Episodes[0]);
        }

        return episodes;
    }

    private static Toolbox Tools(DocumentQuestions environment) => new([KeyValuePair.Create<string, ITool>("search", new Search(new(), new SqliteDocuments(), environment))]);

    private static string Text(EquatableArray<Part> parts) => string.Concat(parts.Cast<TextPart>().Select(part => part.Text));

    [GeneratedRegex("[A-Za-z0-9]+( [A-Z][a-z]+)?")]
    private static partial Regex Words();
}
