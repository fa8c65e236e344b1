using System.Globalization;
using System.Text.RegularExpressions;

namespace Lab.Tests;

/// <summary>A person at the table, whose words come from a text.</summary>
[TestClass]
public sealed partial class PlayTests : IDisposable
{
    // Nim with one object: whoever is first takes it and wins.
    private const string OneObject = """
        { "name": "one", "environment": { "kind": "nim", "heaps": [1], "heldOut": 0 }, "rewards": [{ "kind": "outcome" }], "stages": [{ "kind": "reinforce" }] }
        """;

    private readonly Desk _desk = new();

    private IEnumerable<string> Lines => _desk.Out.Split('\n').Select(line => line.TrimEnd());

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    public async Task The_right_answer_is_correct_and_another_is_not()
    {
        var product = await Product();
        await Play($"{product}\n", "arithmetic", "--seed", "5", "--problems", "1");
        AssertHas("verdict   correct", "facts     closeness 1, readable 1");
        Assert.IsFalse(Lines.Any(line => line.StartsWith("solution", StringComparison.Ordinal)), "what is right was said");

        await Play($"{product + 1}\n", "arithmetic", "--seed", "5", "--problems", "1");
        AssertHas("verdict   wrong: another number", $"solution  {product}");
    }

    [TestMethod]
    public async Task A_call_is_run_and_its_result_shown()
    {
        await Play("calculator: 17*24\n 408\n", "arithmetic", "--problems", "1");
        AssertHas("tools     calculator, interpreter, search; call one like this: calculator: ...", "> calculator: 17*24", "observed  408", "verdict   wrong: not a number in plain digits");
    }

    [TestMethod]
    public async Task A_file_brings_its_tools_its_limits_and_its_rewards()
    {
        _desk.Write("small.json", SmallExperiment.Text.Replace("\"policy\"", "\"limits\": { \"calls\": 1 }, \"policy\"", StringComparison.Ordinal));
        var product = await Product();
        await Play($"{product}\n", "small.json", "--seed", "5", "--problems", "1");
        AssertHas("tools     calculator; call one like this: calculator: ...", "verdict   correct", "score     1.000 = correct 1 × 1 + tool-economy 0 × 0.05");
        await Play("calculator: 1\ncalculator: 2\n", "small.json", "--problems", "1");
        AssertHas("observed  1", "ended     too many calls", "verdict   wrong: no answer");
    }

    [TestMethod]
    public async Task A_line_with_a_backslash_at_its_end_goes_on()
    {
        var product = (await Product()).ToString(CultureInfo.InvariantCulture);
        await Play($"{product[..1]}\\\n{product[1..]}\n", "arithmetic", "--seed", "5", "--problems", "1");
        AssertHas($"> {product[..1]}\\", $". {product[1..]}", "verdict   wrong: not a number in plain digits");
    }

    [TestMethod]
    [DataRow("", "an empty answer answers nothing")]
    [DataRow("  ", "an empty answer answers nothing")]
    [DataRow("½", "'½' is no printable ASCII, and a policy can write no other")]
    [DataRow("1\u001b[2J", "'\\u001B' is no printable ASCII, and a policy can write no other")]
    [DataRow("calculater: 1", "no tool is called 'calculater'; did you mean 'calculator'?")]
    public async Task A_slip_is_asked_for_again(string typed, string objection)
    {
        await Play($"{typed}\n{await Product()}\n", "arithmetic", "--seed", "5", "--problems", "1");
        AssertHas($"          {objection}", "verdict   correct");
    }

    [TestMethod]
    public async Task An_answer_beyond_the_limit_is_asked_for_again()
    {
        await Play($"{new string('9', 1025)}\n", "arithmetic");
        AssertHas("          too long: 1025 characters, and there may be 1024");
    }

    [TestMethod]
    public async Task It_goes_on_with_the_next_seed_until_the_input_ends_and_keeps_count()
    {
        await Play($"{await Product()}\nx\n", "arithmetic", "--seed", "5", "--difficulty", "1");
        AssertHas("playing   seed 5, difficulty 1", "playing   seed 6, difficulty 1", "so far    1 of 2 correct", "playing   seed 7, difficulty 1");
    }

    [TestMethod]
    public async Task What_was_read_in_a_longer_answer_is_shown()
    {
        _desk.Write("facts.jsonl", """{"question": "Two and two?", "answer": "4"}""");
        _desk.Write("own.json", """{ "name": "own", "environment": { "kind": "dataset", "file": "facts.jsonl", "verifier": { "kind": "number" } }, "rewards": [{ "kind": "correct" }], "stages": [{ "kind": "reinforce" }] }""");
        await Play("I count on my fingers.\\\n5\n", "own.json", "--problems", "1");
        AssertHas("verdict   wrong: another number", "read as   5", "solution  4");
    }

    [TestMethod]
    public async Task An_environment_of_ones_own_is_played_from_its_library()
    {
        await Play("x\n", "reverse", "--plugin", typeof(Sums).Assembly.Location, "--seed", "1", "--problems", "1");
        var word = Lines.Single(line => line.StartsWith("prompt", StringComparison.Ordinal))[10..].TrimEnd('>');
        AssertHas("verdict   wrong: it is not the word backwards", $"solution  {string.Concat(word.Reverse())}");
    }

    [TestMethod]
    public async Task The_perfect_player_is_not_beaten_and_an_illegal_move_is_asked_for_again()
    {
        // Every cell in turn, taken or not.
        await Play(string.Concat(Enumerable.Repeat("1\n2\n3\n4\n5\n6\n7\n8\n9\n", 3)), "tic-tac-toe", "--seed", "1", "--as", "x", "--problems", "1");
        AssertHas("playing   seed 1, as X against perfect", "prompt    X", "moves     1 2 3 4 5 6 7 8 9");
        Assert.IsTrue(Lines.Any(line => line.EndsWith("' is no legal move", StringComparison.Ordinal)));
        Assert.IsTrue(Lines.Any(line => line is "verdict   wrong: lost" or "verdict   wrong: drawn"));
        Assert.IsTrue(Lines.Any(line => line.EndsWith("illegal 0", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Without_a_role_the_person_moves_on_by_a_seat()
    {
        _desk.Write("one.json", OneObject);
        await Play(" a1 \n", "one.json", "--seed", "1", "--problems", "2", "--against", "uniform");
        AssertHas(
            "prompt    first a1", "observed  won 1", "verdict   correct", "facts     payoff 1, result 1, illegal 0", "score     1.000 = outcome 1 × 1",
            "playing   seed 2, as second against uniform", "observed  a1", "observed  lost -1", "verdict   wrong: lost", "so far    won 1, drawn 0, lost 1");
    }

    [TestMethod]
    [DataRow("arithmetc: no such environment; did you mean 'arithmetic'?", "arithmetc")]
    [DataRow("dataset: has options that somebody must say: lab play <experiment file> plays it with those of a file", "dataset")]
    [DataRow("--against: 'arithmetic' has one seat", "arithmetic", "--against", "perfect")]
    [DataRow("--as: 'arithmetic' has one seat", "arithmetic", "--as", "X")]
    [DataRow("--as: no seat is called 'Z'; there are X, O", "tic-tac-toe", "--as", "Z")]
    [DataRow("--against: 'perfct': no such run folder; did you mean 'perfect'?", "nim", "--against", "perfct")]
    [DataRow("--against: 'runs/none': no such run folder, and neither perfect nor uniform", "nim", "--against", "runs/none")]
    public async Task What_cannot_be_played_is_one_clear_line(string complaint, params string[] arguments)
    {
        Assert.AreEqual(2, await _desk.Lab(["play", .. arguments]));
        Assert.AreEqual(complaint, _desk.Complaints.Single());
        Assert.AreEqual("", _desk.Out);
    }

    [TestMethod]
    public async Task A_run_that_has_not_ended_or_knows_something_else_plays_nothing()
    {
        _desk.Write("runs/nim/experiment.json", OneObject.TrimEnd().TrimEnd('}') + """, "resolved": { "lab": "1", "runtime": "10", "device": "cpu", "threads": 1 } }""");
        Assert.AreEqual(2, await _desk.Lab("play", "nim", "--against", "runs/nim"));
        StringAssert.Contains(_desk.Complaints.Single(), "has no final weights");
        _desk.Write("runs/nim/checkpoints/final/config.json", "{}");
        Assert.AreEqual(2, await _desk.Lab("play", "tic-tac-toe", "--against", "runs/nim"));
        Assert.AreEqual($"{_desk.At("runs", "nim")}: its policy knows 'nim', not 'tic-tac-toe'", _desk.Complaints.Single());
    }

    [TestMethod]
    public async Task A_runs_policy_takes_the_other_seat()
    {
        _desk.Write("one.json", OneObject.Replace("\"stages\"", "\"policy\": { \"layers\": 1, \"width\": 16, \"heads\": 2, \"context\": 32 }, \"evaluation\": { \"problems\": 2 }, \"stages\"", StringComparison.Ordinal)
            .Replace("\"reinforce\"", "\"reinforce\", \"iterations\": 1, \"problems\": 2, \"attempts\": 1", StringComparison.Ordinal));
        _desk.Write("experiments.json", """{ "threads": 1 }""");
        var (code, _, error) = await LabProcess.Run(_desk.Folder, "run", "one.json", "--output", "runs");
        Assert.AreEqual(0, code, error);
        var run = Path.Combine("runs", Path.GetFileName(Directory.GetDirectories(_desk.At("runs")).Single()));
        (code, var text, error) = await LabProcess.RunTyping("a1\n", _desk.Folder, "play", "one.json", "--against", run, "--seed", "1", "--problems", "2");
        Assert.AreEqual(0, code, error);
        var first = text.IndexOf($"playing   seed 1, as first against {run}", StringComparison.Ordinal);
        var second = text.IndexOf($"playing   seed 2, as second against {run}", StringComparison.Ordinal);
        Assert.IsTrue(first > 0 && second > first, text);
        StringAssert.Contains(text[first..second], "observed  won 1");

        // The policy has hardly learned what a legal move is.
        Assert.IsTrue(text[second..].Contains("observed  lost -1", StringComparison.Ordinal) || text[second..].Contains("ended     by first, who said '", StringComparison.Ordinal), text);
    }

    // What the prompt at seed 5 asks for, by the test's own reckoning.
    private async Task<long> Product()
    {
        await Play("", "arithmetic", "--seed", "5");
        var asked = Prompt().Match(_desk.Out);
        return long.Parse(asked.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * long.Parse(asked.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
    }

    private async Task Play(string typed, params string[] arguments)
    {
        _desk.Typed = typed;
        Assert.AreEqual(0, await _desk.Lab(["play", .. arguments]), _desk.Error);
        Assert.AreEqual("", _desk.Error);
    }

    private void AssertHas(params string[] lines)
    {
        foreach (var line in lines)
        {
            Assert.IsTrue(Lines.Contains(line), $"'{line}' is missing in\n{_desk.Out}");
        }
    }

    [GeneratedRegex(@"prompt +(\d+)\*(\d+)=")]
    private static partial Regex Prompt();
}
