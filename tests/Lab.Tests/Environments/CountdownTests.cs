using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed partial class CountdownTests
{
    private static readonly ParlotExpressions Expressions = new();

    [TestMethod]
    [DataRow(3, 1, 10, 1, 100, 2000)]
    [DataRow(4, 1, 25, 1, 500, 1000)]
    [DataRow(5, 1, 50, 100, 999, 300)]
    [DataRow(6, 1, 100, 100, 999, 100)]
    public void Every_posed_problem_has_a_solution_of_its_own_numbers(int count, int least, int most, int low, int high, int seeds)
    {
        var environment = new Countdown(new() { Count = count, Numbers = [least, most], Targets = [low, high] });
        for (var seed = 0UL; seed < (ulong)seeds; seed++)
        {
            var problem = environment.Pose(seed, 1);
            var (numbers, target) = Posed(problem);
            Assert.HasCount(count, numbers);
            Assert.IsTrue(numbers.All(number => number >= least && number <= most));
            Assert.IsInRange(low, high, target);
            Assert.DoesNotContain(target, numbers, "what stands there already is no problem");

            // Judged by other means than the environment's own: the calculator's parser, and a count of the literals.
            var solution = ((TextPart)environment.Solution(problem).Single()).Text;
            Assert.AreEqual(target, Expressions.Evaluate(solution).Value);
            var used = Number().Matches(solution).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
            Assert.IsTrue(used.All(number => used.Count(same => same == number) <= numbers.Count(same => same == number)), solution);
        }
    }

    [TestMethod]
    [DataRow(0.0, 2)]
    [DataRow(0.25, 3)]
    [DataRow(0.5, 4)]
    [DataRow(1.0, 6)]
    public void Difficulty_scales_how_many_numbers_there_are(double difficulty, int expected)
    {
        var environment = new Countdown(new() { Count = 6 });

        Assert.IsTrue(Enumerable.Range(0, 50).All(seed => Posed(environment.Pose((ulong)seed, difficulty)).Numbers.Length == expected));
    }

    [TestMethod]
    public void Numbers_that_cannot_reach_the_targets_get_the_nearest_they_reach()
    {
        // Two numbers up to 10 make at most 100.
        var environment = new Countdown(new() { Count = 4, Targets = [500, 600] });
        var (numbers, target) = Posed(environment.Pose(1, 0));

        Assert.HasCount(2, numbers);
        Assert.IsInRange(50, 100, target);
    }

    [TestMethod]
    [DataRow("3 7 10>31", "10 3 7>31", true)]
    [DataRow("3 7 10>31", "7 10 3>31", true)]
    [DataRow("3 7 10>31", "3 7 10>51", false)]
    [DataRow("3 7 10>31", "3 7 11>32", false)]
    [DataRow("1 12>13", "11 2>13", false)]
    public void Numbers_in_another_order_share_a_key(string first, string second, bool same)
    {
        var environment = new Countdown(new());
        var keys = new[] { first, second }.Select(prompt => environment.Read(prompt, out var error)?.Key ?? error).ToArray();

        Assert.AreEqual(same, keys[0] == keys[1]);
    }

    [TestMethod]
    public void Training_never_sees_a_held_out_problem_in_another_order()
    {
        var source = new ProblemSource(new Countdown(new()), new HeldOut(0.1));
        var trained = Enumerable.Range(0, 20_000).Select(index => Sorted(source.Train(Draw.From(1).At(index), 1))).ToHashSet();
        var held = source.Evaluate(300, Draw.From(2), 1).Select(Sorted).ToHashSet();

        Assert.IsFalse(held.Overlaps(trained));
        Assert.IsGreaterThan(100, held.Count);

        static string Sorted(Problem problem) => string.Join(' ', Posed(problem).Numbers.Order()) + ">" + Posed(problem).Target;
    }

    [TestMethod]
    [DataRow("3 3 8 8>24", DisplayName = "24 = 8/(3-8/3) needs a fraction on the way")]
    [DataRow("5 5 5 1>24", DisplayName = "24 = 5*(5-1/5)")]
    [DataRow("25 50 75 100 3 6>952", DisplayName = "the show's best known")]
    [DataRow("7 3>7", DisplayName = "a number that stands there")]
    [DataRow(" 3   7 > 10 ")]
    public void A_problem_typed_by_a_person_is_read_and_solved(string prompt)
    {
        var environment = new Countdown(new());
        var problem = environment.Read(prompt, out var error);

        Assert.IsNull(error);
        Assert.AreEqual(Posed(problem!).Target, Expressions.Evaluate(((TextPart)environment.Solution(problem!).Single()).Text).Value);
    }

    [TestMethod]
    [DataRow("", "expected 2 to 6 whole numbers")]
    [DataRow("3>3", "expected 2 to 6 whole numbers")]
    [DataRow("1 2 3 4 5 6 7>28", "expected 2 to 6 whole numbers")]
    [DataRow("3 7 10", "expected 2 to 6 whole numbers")]
    [DataRow("3 -7>10", "expected 2 to 6 whole numbers")]
    [DataRow("٣ ٧>10", "expected 2 to 6 whole numbers")]
    [DataRow("0 7>7", "from 1 to 100")]
    [DataRow("3 101>104", "from 1 to 100")]
    [DataRow("3 7>0", "1 or more")]
    [DataRow("3 7>22", "no expression of these numbers reaches 22")]
    [DataRow("1 1 1 1 1 1>9999999999999", "no expression")]
    [DataRow("7 7 7 7 7 7>117650", "no expression", DisplayName = "one more than all multiplied")]
    public void What_poses_nothing_is_refused_with_the_reason(string prompt, string reason)
    {
        Assert.IsNull(new Countdown(new()).Read(prompt, out var error));
        Assert.Contains(reason, error!);
    }

    [TestMethod]
    [DynamicData(nameof(Odd))]
    public void Options_that_cannot_be_are_refused(CountdownOptions options, string member)
    {
        var results = new List<ValidationResult>();

        Assert.IsFalse(Validator.TryValidateObject(options, new(options), results, validateAllProperties: true));
        Assert.AreEqual(member, results.Single().MemberNames.Single());
    }

    public static IEnumerable<(CountdownOptions Options, string Member)> Odd =>
    [
        (new() { Count = 2 }, "Count"),
        (new() { Count = 7 }, "Count"),
        (new() { Numbers = [] }, "Numbers"),
        (new() { Numbers = [0, 10] }, "Numbers"),
        (new() { Numbers = [10, 1] }, "Numbers"),
        (new() { Numbers = [1, 101] }, "Numbers"),
        (new() { Targets = [5] }, "Targets"),
        (new() { Targets = [0, 5] }, "Targets"),
        (new() { Targets = [9, 5] }, "Targets"),
        (new() { Numbers = [1, 2], Targets = [500, 999] }, "Targets"),
    ];

    [TestMethod]
    [DynamicData(nameof(Sound))]
    public async Task It_keeps_what_an_environment_promises(CountdownOptions options)
    {
        var tools = new Toolbox([new("calculator", new Calculator(new(), Expressions))]);
        Validator.ValidateObject(options, new(options), validateAllProperties: true);

        var checks = await EnvironmentConformance.Examine("countdown", new Countdown(options), tools, Draw.From(1), default);

        CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
    }

    public static IEnumerable<CountdownOptions> Sound =>
    [
        new(),
        new() { Count = 5, Numbers = [1, 100], Targets = [100, 999] },
        new() { Numbers = [1, 2], Targets = [1, 5], Demonstrations = new() { Checks = 1, Persists = 1, Reused = 1, Miscopied = 1, Overlooked = 1 } },
    ];

    private static (int[] Numbers, int Target) Posed(Problem problem)
    {
        var text = ((TextPart)problem.Prompt(0).Single()).Text;
        Assert.IsTrue(Prompt().IsMatch(text), text);
        var halves = text.Split('>');
        return ([.. halves[0].Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))], int.Parse(halves[1], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^[0-9]+( [0-9]+)+>[0-9]+\z")]
    private static partial Regex Prompt();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
