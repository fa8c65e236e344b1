using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class DatasetTests : IDisposable
{
    private const string Two = """
        {"question":"How many legs have 3 cats?","answer":"3*4 = <<3*4=12>>12\n#### 12"}
        {"question":"How many legs have 2 birds and a cat?","answer":"2*2=<<2*2=4>>4, 4+4=<<4+4=8>>8\n#### 8"}
        """;

    private readonly Desk _desk = new();
    private readonly Runs _runs = new();

    public void Dispose()
    {
        _runs.Dispose();
        _desk.Dispose();
    }

    [TestMethod]
    public void A_file_like_gsm8k_works_as_it_is()
    {
        var dataset = Make(Two);
        Assert.IsEmpty(dataset.Warnings);
        var problem = Find(dataset, "How many legs have 3 cats?\n");
        Assert.AreEqual("how many legs have 3 cats?", problem.Key);
        Assert.AreEqual<EquatableArray<Part>>([new TextPart("12")], dataset.Solution(problem));
        Assert.AreEqual(Verdict.Correct("#### 12", new("readable", 1), new("closeness", 1)), Decide(dataset, problem, "3*4=12\n#### 12"));
        Assert.AreEqual(0.5, Decide(dataset, problem, "24").Fact("closeness"));
        Assert.AreEqual(0, Decide(dataset, problem, "twelve").Fact("readable"));
    }

    [TestMethod]
    public void Every_line_is_posed_and_about_equally_often()
    {
        var dataset = Make(Two);
        var first = Enumerable.Range(0, 2_000).Count(seed => Text(dataset.Pose((ulong)seed, 1).Prompt(0)).Contains("cats?", StringComparison.Ordinal));

        // Four deviations of 2000 draws at a half are 89.
        Assert.AreEqual(1_000, first, 89);
        Assert.AreEqual(dataset.Pose(5, 0).Key, dataset.Pose(5, 1).Key, "difficulty changes nothing");
    }

    [TestMethod]
    public void Choices_are_shown_with_their_letters()
    {
        var dataset = Make("""{"question":"Which is a colour?","choices":["tree","blue","run"],"answer":1}""", new() { File = "", Verifier = new ChoiceOptions() });
        var problem = dataset.Pose(1, 1);
        Assert.AreEqual("Which is a colour?\nA) tree\nB) blue\nC) run\n", Text(problem.Prompt(0)));
        Assert.IsTrue(Decide(dataset, problem, "B").IsCorrect);
    }

    [TestMethod]
    public void Members_may_have_names_of_their_own_and_lists_are_joined()
    {
        var dataset = Make("""{"q":"Which?","a":["x","y"],"answer":"z"}""", new() { File = "", Prompt = "q", Answer = "a", Verifier = new SetOptions() });
        Assert.IsTrue(Decide(dataset, dataset.Pose(1, 1), "y,x").IsCorrect);
    }

    [TestMethod]
    public async Task A_worked_answer_is_shown_and_its_calculations_are_dropped_kept_or_called()
    {
        var problem = "How many legs have 2 birds and a cat?";
        Assert.AreEqual("2*2=4, 4+4=8\n#### 8", string.Concat((await Show(Annotations.Drop)).Last.Text));
        Assert.AreEqual("2*2=<<2*2=4>>4, 4+4=<<4+4=8>>8\n#### 8", (await Show(Annotations.Keep)).Last.Text);
        var called = await Show(Annotations.Call);
        Assert.IsTrue(called.Verdict!.IsCorrect);
        EquatableArray<Part>[] said = [.. called.Transcript.Skip(1).Select(segment => segment.Parts)];
        CollectionAssert.AreEqual(
            new EquatableArray<Part>[]
            {
                [new TextPart("2*2="), new CallPart("calculator", "2*2")], [new ResultPart("calculator", "4")],
                [new TextPart("4, 4+4="), new CallPart("calculator", "4+4")], [new ResultPart("calculator", "8")],
                [new TextPart("8\n#### 8")],
            },
            said);
        Assert.AreEqual("4, 4+4=8\n#### 8", (await Show(Annotations.Call, calls: 1)).Last.Text);

        async Task<Episode> Show(Annotations annotations, int calls = 4)
        {
            var dataset = Make(Two, new() { File = "", Demonstrations = new() { Annotations = annotations, Calls = calls } });
            var tools = new Toolbox([KeyValuePair.Create<string, ITool>("calculator", new Calculator(new(), new ParlotExpressions()))]);
            return (await new Referee("dataset", dataset, tools, new()).Play(Find(dataset, problem), [new Demonstrator(dataset)], Draw.From(1), CancellationToken.None)).Episodes[0];
        }
    }

    [TestMethod]
    public void Flaws_happen_as_often_as_the_habits_say()
    {
        var dataset = Make(Two, new() { File = "", Demonstrations = new() { Wrong = 0.2, Bare = 0.5 } });
        var problem = Find(dataset, "How many legs have 3 cats?");
        var begun = Match.Begin("dataset", problem).Episodes[0];
        var said = Enumerable.Range(0, 4_000).Select(index => Text(dataset.Demonstrate(problem, begun, Draw.From(3).At(index)))).ToArray();

        // Of 4000, four deviations at 0.2 are 101, at 0.4 they are 124.
        Assert.AreEqual(800, said.Count(text => text == "8"), 101);
        Assert.AreEqual(1_600, said.Count(text => text == "12"), 124);
        Assert.AreEqual(1_600, said.Count(text => text == "3*4 = 12\n#### 12"), 124);
    }

    [TestMethod]
    public void Of_a_program_the_fact_is_the_share_of_tests_passed()
    {
        var dataset = Make("""{"prompt":"Add.","answer":"(a,b)=>a+b","tests":[{"arguments":[1,2],"returns":3}]}""", new() { File = "", Verifier = new CodeTestsOptions() });
        CollectionAssert.AreEqual(new[] { "readable", "tests" }, dataset.Facts.Select(fact => fact.Name).ToArray());
        Assert.AreEqual(Verdict.Wrong(null, "no answer", new Fact("readable", 0), new Fact("tests", 0)), Decide(dataset, dataset.Pose(1, 1), " "));
    }

    [TestMethod]
    public void Who_is_wrong_says_no_answer_that_is_held_out()
    {
        var lines = string.Join('\n', Enumerable.Range(1_000, 200).Select(number => $$"""{"prompt":"What is the name of {{number}}?","answer":"{{number}}"}"""));
        var dataset = Make(lines, new() { File = "", HeldOut = 0.5, Demonstrations = new() { Wrong = 1 } });
        var problem = Enumerable.Range(0, 100).Select(seed => dataset.Pose((ulong)seed, 1)).First(problem => !new HeldOut(0.5).Contains(problem.Key));
        var begun = Match.Begin("dataset", problem).Episodes[0];
        var said = Enumerable.Range(0, 4_000).Select(index => Text(dataset.Demonstrate(problem, begun, Draw.From(1).At(index)))).Distinct().ToArray();

        // Each of the some hundred lines that are left is missed with probability e^-40.
        string[] others = [.. Enumerable.Range(1_000, 200).Where(number => !new HeldOut(0.5).Contains($"what is the name of {number}?")).Select(number => $"{number}").Where(answer => !problem.Key.Contains(answer))];
        Assert.IsTrue(others.Length is > 60 and < 140);
        CollectionAssert.AreEquivalent(others, said);
    }

    [TestMethod]
    [DataRow("text", "a", "A", "What follows a?", "What follows A?")]
    [DataRow("number", "72", "72.5", "what follows a?")]
    [DataRow("number", "72", "72.0", "what follows a?")]
    public void Capitals_are_part_of_the_key_where_they_ask_for_something_else(string verifier, string first, string second, params string[] keys)
    {
        var (prompts, options) = (verifier == "text" ? ("What follows a?", "What follows A?") : ("What follows a?", "what  follows a?"), new DatasetOptions { File = "", BadLines = 0, Verifier = verifier == "text" ? new TextOptions() : new NumberOptions { Absolute = 0.5 } });
        var dataset = Make($$"""
            {"prompt":"{{prompts.Item1}}","answer":"{{first}}"}
            {"prompt":"{{prompts.Item2}}","answer":"{{second}}"}
            """, options);
        var problems = Enumerable.Range(0, 50).Select(seed => dataset.Pose((ulong)seed, 1)).ToArray();

        CollectionAssert.AreEquivalent(keys, problems.Select(problem => problem.Key).Distinct().ToArray());
        Assert.HasCount(keys.Length, problems.Select(problem => Text(dataset.Solution(problem))).Distinct(), "one key has one solution");
    }

    [TestMethod]
    [DataRow("72", "72.0", true)]
    [DataRow("72", "#### 72.", true)]
    [DataRow("72", "73", false)]
    public void Whether_two_answers_are_one_is_the_verifiers_to_say(string first, string second, bool same)
    {
        var dataset = Make($$"""
            {"prompt":"How many?","answer":"{{first}}"}
            {"prompt":"How  many?","answer":"{{second}}"}
            """, new() { File = "" });

        Assert.AreEqual(same, dataset.Warnings.Count == 0);
        Assert.AreEqual("72", Enumerable.Range(0, 50).Select(seed => Text(dataset.Solution(dataset.Pose((ulong)seed, 1)))).Distinct().Single());
    }

    [TestMethod]
    public void A_question_asked_twice_is_held_out_as_one()
    {
        var dataset = Make("""
            {"prompt":"One and  one?","answer":2}
            {"prompt":"one AND one? ","answer":"2"}
            """);
        Assert.HasCount(1, Enumerable.Range(0, 50).Select(seed => dataset.Pose((ulong)seed, 1).Key).Distinct());
        Assert.IsEmpty(dataset.Warnings);
    }

    [TestMethod]
    public async Task The_shipped_sample_conforms()
    {
        var dataset = _runs.Plugins.Create<Dataset>(new DatasetOptions { File = Path.Combine(Repository.Root, "experiments", "data", "word-problems.jsonl") });
        var checks = await EnvironmentConformance.Examine("dataset", dataset, Toolbox.Empty, Draw.From(1), CancellationToken.None);
        Assert.AreEqual("", string.Join('\n', checks.Where(check => !check.Passed)));
        Assert.IsEmpty(dataset.Warnings);
    }

    private Dataset Make(string lines, DatasetOptions? options = null) =>
        _runs.Plugins.Create<Dataset>((options ?? new() { File = "" }) with { File = _desk.Write("data.jsonl", lines) });

    private static Problem Find(Dataset dataset, string prompt) => dataset.Read(prompt, out _)!;

    private static Verdict Decide(Dataset dataset, Problem problem, string answer) =>
        dataset.Verify(problem, Match.Begin("dataset", problem).Episodes[0].Append(Segment.Say(new TextPart(answer))) with { StopReason = StopReason.Answered });

    private static string Text(EquatableArray<Part> parts) => string.Concat(parts.Cast<TextPart>().Select(part => part.Text));
}
