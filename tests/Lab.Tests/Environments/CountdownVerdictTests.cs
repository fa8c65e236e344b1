using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class CountdownVerdictTests
{
    private readonly Countdown _countdown = new(new());

    [TestMethod]
    [DataRow("3 7 12>43", "3*12+7")]
    [DataRow("3 7 12>43", "7+12*3")]
    [DataRow("3 7 12>43", "((7)+((12)*(3)))")]
    [DataRow("3 7 12>36", "12*3", DisplayName = "not every number must be used")]
    [DataRow("3 7 12>7", "7")]
    [DataRow("3 3 8 8>24", "8/(3-8/3)", DisplayName = "fractions on the way are exact")]
    [DataRow("5 5 5 1>24", "5*(5-1/5)")]
    [DataRow("2 4 10>8", "10+(2-4)", DisplayName = "so are values below 0")]
    [DataRow("5 5>10", "5+5", DisplayName = "a number given twice may be used twice")]
    [DataRow("1 12>12", "12")]
    public void An_expression_of_the_numbers_that_comes_to_the_target_is_correct(string prompt, string answer) =>
        Assert.AreEqual(Verdict.Correct(answer, [.. Facts(1, 1, 1)]), Decide(prompt, answer));

    [TestMethod]
    [DataRow("3 7 12>43", "12+12+12+7", DisplayName = "a number too often")]
    [DataRow("3 5 7>10", "5+5")]
    [DataRow("3 7 12>43", "43", DisplayName = "the target itself")]
    [DataRow("3 7 12>43", "37+6")]
    [DataRow("3 7 12>19", "1+2*3+12", DisplayName = "digits of a number")]
    [DataRow("3 7 12>43", "37+12", DisplayName = "numbers put together")]
    [DataRow("3 7 12>43", "3*12+7+0")]
    [DataRow("3 7 12>43", "3*12+7*1")]
    [DataRow("3 7 12>43", "12/0", DisplayName = "a number that is not given")]
    [DataRow("2 2 7>7", "7/(2-2)", DisplayName = "division by zero")]
    [DataRow("2 2 7>7", "(2-2)/(2-2)")]
    public void An_expression_against_the_rules_is_readable_wrong_and_not_close(string prompt, string answer)
    {
        var verdict = Decide(prompt, answer);

        Assert.AreEqual(Outcome.Wrong, verdict.Outcome);
        Assert.AreEqual(Facts(0, 1, 0), verdict.Facts);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" 3*12+7")]
    [DataRow("3*12+7 ")]
    [DataRow("3 * 12 + 7")]
    [DataRow("3*12+7\n")]
    [DataRow("3*12+7=43")]
    [DataRow("3*12+7=")]
    [DataRow("3x12+7")]
    [DataRow("3×12+7")]
    [DataRow("３*12+7")]
    [DataRow("03*12+7")]
    [DataRow("3*12+07")]
    [DataRow("+3*12+7")]
    [DataRow("-3+7*12")]
    [DataRow("7--3*12")]
    [DataRow("7+(-3)*12")]
    [DataRow("3*12++7")]
    [DataRow("3*12+7+")]
    [DataRow("(3*12+7")]
    [DataRow("3*12+7)")]
    [DataRow("3(12)+7")]
    [DataRow("(3)(12)+7")]
    [DataRow("()3*12+7")]
    [DataRow("3.0*12+7")]
    [DataRow("3*12+7\0")]
    [DataRow("3,12,7")]
    [DataRow("three times twelve plus seven")]
    public void What_is_no_expression_is_unreadable(string answer)
    {
        var verdict = Decide("3 7 12>43", answer);

        Assert.AreEqual(Outcome.Wrong, verdict.Outcome);
        Assert.IsNull(verdict.Answer);
        Assert.AreEqual(Facts(0, 0, 0), verdict.Facts);
    }

    [TestMethod]
    [DataRow("3 7 12>57", "12*3+7", 1 / (1 + (14 / 57.0)))]
    [DataRow("3 7 12>48", "12+7+3", 1 / (1 + (26 / 48.0)))]
    [DataRow("3 7 12>2", "3-7", 0.25, DisplayName = "6 away from 2: 1/(1+3)")]
    [DataRow("3 7 12>7", "7/3", 0.6, DisplayName = "2/3 of 7 missing: 1/(1+2/3)")]
    public void Closeness_falls_with_the_relative_error(string prompt, string answer, double expected)
    {
        var verdict = Decide(prompt, answer);

        Assert.AreEqual(Outcome.Wrong, verdict.Outcome);
        Assert.AreEqual(expected, verdict.Fact("closeness")!.Value, 1e-12);
        Assert.AreEqual(1, verdict.Fact("legal"));
    }

    [TestMethod]
    public void Huge_and_deep_answers_are_wrong_and_cheap()
    {
        string[] answers =
        [
            new('9', 1_000_000), new('(', 1_000_000), new('-', 1_000_000), string.Concat(Enumerable.Repeat("3*", 500_000)) + "7",
            new string('(', 99) + "3" + new string(')', 99), new string('9', 200), new string('(', 200),
        ];

        Assert.IsTrue(answers.All(answer => Decide("3 7 12>43", answer).Outcome == Outcome.Wrong));
    }

    [TestMethod]
    public void Only_what_the_policy_says_as_text_is_an_answer()
    {
        Assert.IsTrue(Decide("3 7 12>43", Segment.Say(new TextPart("3*12"), new TextPart("+7"))).IsCorrect);
        Assert.IsFalse(Decide("3 7 12>43", Segment.Say(new TextPart("3*12+7"), new CallPart("calculator", "3*12+7"))).IsCorrect);
        Assert.IsFalse(Decide("3 7 12>43", Segment.Observe(new TextPart("3*12+7"))).IsCorrect);
    }

    private static EquatableArray<Fact> Facts(double closeness, double readable, double legal) =>
        [new("closeness", closeness), new("readable", readable), new("legal", legal)];

    private Verdict Decide(string prompt, string answer) => Decide(prompt, Segment.Say(new TextPart(answer)));

    private Verdict Decide(string prompt, Segment last)
    {
        var problem = _countdown.Read(prompt, out var error);
        Assert.IsNull(error);
        return _countdown.Verify(problem!, Match.Begin("countdown", problem!).Episodes[0].Append(last) with { StopReason = StopReason.Answered });
    }
}
