using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class TextSetChoiceTests
{
    [TestMethod]
    [DataRow(" Paris\n", false, true)]
    [DataRow("paris", false, false)]
    [DataRow("paris", true, true)]
    [DataRow("Paris.", true, false)]
    [DataRow("", true, false)]
    public void A_text_is_the_same_text(string said, bool ignoreCase, bool correct) => Decide(new TextVerifier(new() { IgnoreCase = ignoreCase }), "Paris ", said, correct);

    [TestMethod]
    [DataRow("c, a,b", true, 1.0)]
    [DataRow("I think:\na, b, c, a", true, 1.0)]
    [DataRow("a, b", false, 2.0 / 3)]
    [DataRow("a, b, c, d", false, 0.75)]
    [DataRow("a, x", false, 0.25)]
    [DataRow("A, B, C", false, 0.0)]
    [DataRow(", ,", false, 0.0)]
    public void A_set_has_no_order(string said, bool correct, double closeness) =>
        Assert.AreEqual(closeness, Decide(new SetVerifier(new()), "a, b, c", said, correct).Closeness, 1e-15);

    [TestMethod]
    public void The_longest_set_that_is_read_can_be_said()
    {
        // 250 items of three letters: 999 characters with commas alone, 1248 with a blank after each; 200 of them are 998.
        string[] items = [.. Enumerable.Range(100, 250).Select(number => $"{number}")];
        var verifier = new SetVerifier(new());
        Assert.IsNull(verifier.Read(new(string.Join(',', items), []), out var error));
        Assert.AreEqual("has more than 1000 characters", error);
        var right = verifier.Read(new(string.Join(',', items.Take(200)), []), out _)!;
        Assert.AreEqual(998, right.Text.Length);
        Assert.AreEqual(Outcome.Correct, verifier.Verify(right, right.Text).Outcome);
        Assert.AreEqual("a, b", verifier.Read(new(string.Concat(Enumerable.Repeat("a,b,", 500)), []), out _)!.Text);
    }

    [TestMethod]
    [DataRow("B", true)]
    [DataRow("b", true)]
    [DataRow("(B)", true)]
    [DataRow("B)", true)]
    [DataRow("B.", true)]
    [DataRow("Let me see: A?\nB", true)]
    [DataRow("A", false)]
    [DataRow("blue", false)]
    [DataRow("A B", false)]
    [DataRow("(B", false)]
    public void A_choice_is_its_letter(string said, bool correct) => Decide(new ChoiceVerifier(new()), "B", said, correct, "red", "blue", "green");

    [TestMethod]
    [DataRow("blue", "B")]
    [DataRow("c", "C")]
    [DataRow("0", "A")]
    public void A_right_choice_is_a_letter_a_text_or_a_number_from_0(string written, string letter) =>
        Assert.AreEqual(letter, new ChoiceVerifier(new()).Read(new(written, ["red", "blue", "green"]), out _)!.Text);

    [TestMethod]
    [DataRow("D", "'D' is none of the choices")]
    [DataRow("3", "'3' is none of the choices")]
    public void What_is_no_choice_is_refused(string written, string expected)
    {
        Assert.IsNull(new ChoiceVerifier(new()).Read(new(written, ["red", "blue", "green"]), out var error));
        Assert.AreEqual(expected, error);
    }

    [TestMethod]
    public void What_can_mean_two_choices_is_refused()
    {
        Assert.IsNull(new ChoiceVerifier(new()).Read(new("1", ["1", "2"]), out var error));
        Assert.AreEqual("'1' can mean A or B", error);
        Assert.IsNull(new ChoiceVerifier(new()).Read(new("1", ["alone"]), out error));
        Assert.AreEqual("needs from 2 to 26 choices", error);
    }

    [TestMethod]
    public void Whatever_is_said_is_decided_shortly()
    {
        (IAnswerVerifier, string)[] verifiers = [(new NumberVerifier(new()), "7"), (new NumberVerifier(new() { Anywhere = true }), "7"), (new TextVerifier(new()), "B"), (new SetVerifier(new()), "B"), (new ChoiceVerifier(new()), "B")];
        string[] hostile = ["", "\0", "\ud800", "\n\n", new('9', 1_000_000), new(',', 1_000_000), string.Concat(Enumerable.Repeat("1,", 500_000)), new('\n', 1_000_000), string.Concat(Enumerable.Repeat("a,", 500_000))];
        foreach (var (verifier, written) in verifiers)
        {
            var right = verifier.Read(new(written, ["A", "B"]), out _)!;
            foreach (var said in hostile)
            {
                var verdict = verifier.Verify(right, said);
                Assert.AreEqual(Outcome.Wrong, verdict.Outcome);
                Assert.IsLessThanOrEqualTo(1000, verdict.Answer?.Length ?? 0);
            }
        }
    }

    private static AnswerVerdict Decide(IAnswerVerifier verifier, string written, string said, bool correct, params string[] choices)
    {
        var verdict = verifier.Verify(verifier.Read(new(written, [.. choices]), out _)!, said);
        Assert.AreEqual(correct ? Outcome.Correct : Outcome.Wrong, verdict.Outcome, verdict.Reason);
        return verdict;
    }
}
