using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Lab.Core;
using Lab.Environments;
using Match = Lab.Core.Match;

namespace Lab.Tests;

[TestClass]
public sealed partial class WordProblemsTests
{
    private static readonly ParlotExpressions Expressions = new();
    private static readonly string[] Families = ["ages", "buying", "collecting", "gardens", "recipes", "saving", "sharing", "travelling"];

    public static IEnumerable<(string Family, int Steps)> Kinds => from family in Families from steps in new[] { 2, 3, 4 } select (family, steps);

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void A_story_tells_every_number_of_its_answer_and_takes_the_steps_asked_for(string family, int steps)
    {
        var environment = new WordProblems(new() { Families = [family], Steps = [steps, steps], Distractors = 0 });
        for (var seed = 0UL; seed < 300; seed++)
        {
            var problem = environment.Pose(seed, seed % 3 / 2.0);
            var worked = Worked(problem);
            Assert.AreEqual(steps, Operation().Count(worked), worked);
            Assert.AreEqual(steps, environment.Verify(problem, Answered(problem, "1")).Fact("steps"));

            // A 2 may stand in the way it is worked out alone, as in 2*(length+width).
            var told = Number().Matches(Text(problem)).Select(match => match.Value).Order();
            var used = Number().Matches(worked).Select(match => match.Value).Order().ToList();
            if (family == "gardens")
            {
                used.Remove("2");
            }

            CollectionAssert.AreEqual(used, told.ToArray(), Text(problem));
        }
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Answers_are_whole_above_zero_and_those_of_another_program(string family, int steps)
    {
        var environment = new WordProblems(new() { Families = [family], Steps = [steps, steps] });
        for (var seed = 0UL; seed < 300; seed++)
        {
            var problem = environment.Pose(seed, seed % 3 / 2.0);
            var value = Expressions.Evaluate(Worked(problem)).Value!.Value;
            Assert.IsTrue(value.IsInteger && value.Numerator > 0, Text(problem));
            Assert.AreEqual<EquatableArray<Part>>([new TextPart($"{value}")], environment.Solution(problem));
        }
    }

    [TestMethod]
    public void Halves_make_answers_decimals_where_they_must_be()
    {
        var environment = new WordProblems(new() { Halves = true });
        var solutions = Enumerable.Range(0, 2000).Select(seed =>
        {
            var problem = environment.Pose((ulong)seed, 1);
            var solution = ((TextPart)environment.Solution(problem).Single()).Text;
            Assert.AreEqual(Expressions.Evaluate(Worked(problem)).Value, Expressions.Evaluate(solution).Value, Text(problem));
            Assert.MatchesRegex(@"^[0-9]+(\.[0-9]*[1-9])?\z", solution);
            return solution;
        }).ToArray();

        Assert.IsTrue(solutions.Any(solution => solution.Contains('.')) && solutions.Any(solution => !solution.Contains('.')));
    }

    [TestMethod]
    public void Families_are_told_equally_often_with_other_words_each_time()
    {
        var problems = Enumerable.Range(0, 4000).Select(seed => new WordProblems(new()).Pose((ulong)seed, 1)).ToArray();
        var counts = problems.CountBy(problem => problem.Key.Split(' ')[0]).ToDictionary();

        // 500 ± 21 each.
        CollectionAssert.AreEquivalent(Families, counts.Keys.ToArray());
        Assert.IsTrue(counts.Values.All(count => count is > 400 and < 600));
        foreach (var family in problems.GroupBy(problem => problem.Key.Split(' ')[0]))
        {
            Assert.IsGreaterThan(50, family.Select(problem => Number().Replace(Text(problem), "#")).Distinct().Count(), family.Key);
        }
    }

    [TestMethod]
    public void Distractors_come_as_often_as_asked_for_and_change_neither_answer_nor_key()
    {
        var without = new WordProblems(new() { Distractors = 0 });
        var with = new WordProblems(new() { Distractors = 0.4 });
        var pairs = Enumerable.Range(0, 4000).Select(seed => (Plain: without.Pose((ulong)seed, 1), Told: with.Pose((ulong)seed, 1))).ToArray();

        // Four deviations of 4 000 draws: 0.031.
        Assert.AreEqual(0.4, pairs.Average(pair => Text(pair.Plain) == Text(pair.Told) ? 0.0 : 1.0), 0.031);
        Assert.IsTrue(pairs.All(pair => pair.Plain.Key == pair.Told.Key && without.Solution(pair.Plain) == with.Solution(pair.Told)));
        Assert.IsTrue(pairs.All(pair => Text(pair.Plain) == Text(pair.Told) || Number().Count(Text(pair.Told)) == Number().Count(Text(pair.Plain)) + 1));
    }

    [TestMethod]
    public void A_held_out_problem_has_new_numbers_not_new_names()
    {
        // What can be learned by heart: the family and its numbers in the order they are told.
        var environment = new WordProblems(new() { Distractors = 0, Size = 1 });
        var stories = Enumerable.Range(0, 20_000).Select(seed => environment.Pose((ulong)seed, 0)).GroupBy(Learned).Where(same => same.Count() > 1).ToArray();
        Assert.IsGreaterThan(100, stories.Length);
        Assert.IsTrue(stories.All(same => same.Select(problem => problem.Key).Distinct().Count() == 1));

        var source = new ProblemSource(environment, new HeldOut(0.1));
        var trained = Enumerable.Range(0, 5000).Select(index => Learned(source.Train(Draw.From(1).At(index), 0))).ToHashSet();
        Assert.IsFalse(trained.Overlaps(source.Evaluate(200, Draw.From(2), 0).Select(Learned)));

        static string Learned(Problem problem) => $"{problem.Key.Split(' ')[0]} {string.Join(' ', Number().Matches(Text(problem)).Select(match => match.Value))}";
    }

    [TestMethod]
    public void Difficulty_scales_steps_and_sizes()
    {
        var environment = new WordProblems(new() { Distractors = 0 });
        var (easy, hard) = (Problems(0), Problems(1));

        Assert.IsTrue(easy.All(problem => Operation().Count(Worked(problem)) == 2));
        CollectionAssert.AreEquivalent(new[] { 2, 3, 4 }, hard.Select(problem => Operation().Count(Worked(problem))).Distinct().ToArray());
        Assert.IsGreaterThan(3 * Mean(easy), Mean(hard));

        Problem[] Problems(double difficulty) => [.. Enumerable.Range(0, 500).Select(seed => environment.Pose((ulong)seed, difficulty))];

        double Mean(Problem[] problems) => problems.Average(problem => double.Parse(((TextPart)environment.Solution(problem).Single()).Text, CultureInfo.InvariantCulture));
    }

    [TestMethod]
    [DataRow("", 0)]
    [DataRow(" {0}", 0)]
    [DataRow("{0} ", 0)]
    [DataRow("{0}\n", 0)]
    [DataRow("+{0}", 0)]
    [DataRow("0{0}", 0)]
    [DataRow("{0}.0", 0)]
    [DataRow("{0}.", 0)]
    [DataRow("{0}.50", 0)]
    [DataRow("{0} coins", 0)]
    [DataRow("{0}/1", 0)]
    [DataRow("{0}e0", 0)]
    [DataRow("-0", 0)]
    [DataRow("-0.5", 1)]
    [DataRow(".5", 0)]
    [DataRow("{0}.5", 1)]
    [DataRow("{0}1", 1)]
    [DataRow("-{0}", 1)]
    [DataRow("４", 0)]
    [DataRow("{0}\0", 0)]
    public void Anything_but_the_number_is_wrong(string form, int readable)
    {
        var environment = new WordProblems(new());
        var problem = environment.Pose(1, 1);
        var right = ((TextPart)environment.Solution(problem).Single()).Text;

        Assert.IsTrue(environment.Verify(problem, Answered(problem, right)).IsCorrect);
        var verdict = environment.Verify(problem, Answered(problem, form.Replace("{0}", right, StringComparison.Ordinal)));
        Assert.AreEqual(Outcome.Wrong, verdict.Outcome);
        Assert.AreEqual(readable, verdict.Fact("readable"));
        Assert.AreEqual(readable == 1, verdict.Fact("closeness") > 0);
    }

    [TestMethod]
    public void Closeness_is_half_for_twice_the_answer()
    {
        var environment = new WordProblems(new());
        var problem = environment.Pose(3, 1);
        var right = long.Parse(((TextPart)environment.Solution(problem).Single()).Text, CultureInfo.InvariantCulture);

        Assert.AreEqual(0.5, environment.Verify(problem, Answered(problem, $"{2 * right}")).Fact("closeness")!.Value, 1e-12);
        Assert.AreEqual(1, environment.Verify(problem, Answered(problem, $"{right}")).Fact("closeness"));
        Assert.AreEqual(Outcome.Wrong, environment.Verify(problem, Answered(problem, new string('9', 1_000_000))).Outcome);
    }

    [TestMethod]
    [DynamicData(nameof(Odd))]
    public void Options_that_cannot_be_are_refused(WordProblemsOptions options, string member)
    {
        var results = new List<ValidationResult>();

        Assert.IsFalse(Validator.TryValidateObject(options, new(options), results, validateAllProperties: true));
        Assert.AreEqual(member, results.Single().MemberNames.Single());
    }

    public static IEnumerable<(WordProblemsOptions Options, string Member)> Odd =>
    [
        (new() { Families = [] }, "Families"),
        (new() { Families = ["ages", "ages"] }, "Families"),
        (new() { Families = ["ages", "chess"] }, "Families"),
        (new() { Steps = [2] }, "Steps"),
        (new() { Steps = [1, 3] }, "Steps"),
        (new() { Steps = [3, 2] }, "Steps"),
        (new() { Steps = [2, 5] }, "Steps"),
        (new() { Size = 0 }, "Size"),
        (new() { Distractors = 1.1 }, "Distractors"),
    ];

    [TestMethod]
    [DynamicData(nameof(Sound))]
    public async Task It_keeps_what_an_environment_promises(WordProblemsOptions options)
    {
        var tools = new Toolbox([new("calculator", new Calculator(new(), Expressions))]);
        Validator.ValidateObject(options, new(options), validateAllProperties: true);

        var checks = await EnvironmentConformance.Examine("word-problems", new WordProblems(options), tools, Draw.From(1), default);

        CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
    }

    public static IEnumerable<WordProblemsOptions> Sound =>
    [
        new(),
        new() { Halves = true, Distractors = 1, Size = 100 },
        new() { Families = ["sharing"], Size = 1, Demonstrations = new() { ToolShare = 1, StepLeftOut = 1, Misread = 1 } },
        new() { Halves = true, Demonstrations = new() { ToolShare = 0.5, StepLeftOut = 0, Mistyped = 1, GuessRight = 0.5 } },
    ];

    private static Episode Answered(Problem problem, string answer) =>
        Match.Begin("word-problems", problem).Episodes[0].Append(Segment.Say(new TextPart(answer))) with { StopReason = StopReason.Answered };

    private static string Text(Problem problem) => ((TextPart)problem.Prompt(0).Single()).Text;

    /// <summary>How someone without flaws puts it into the tool.</summary>
    private static string Worked(Problem problem)
    {
        var flawless = new WordProblems(new() { Demonstrations = new() { ToolShare = 1, StepLeftOut = 0, Mistyped = 0 } });
        return ((CallPart)flawless.Demonstrate(problem, Match.Begin("word-problems", problem).Episodes[0], Draw.From(1)).Single()).Arguments;
    }

    [GeneratedRegex(@"[0-9]+(\.5)?")]
    private static partial Regex Number();

    [GeneratedRegex("[-+*/]")]
    private static partial Regex Operation();
}
