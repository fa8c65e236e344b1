using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class ArithmeticVerdictTests
{
    private readonly Arithmetic _arithmetic = new(new());

    [TestMethod]
    [DataRow("17*24=", "408")]
    [DataRow("17-24=", "-7")]
    [DataRow("0*5=", "0")]
    [DataRow("-99*99=", "-9801")]
    [DataRow("408/24=", "17")]
    [DataRow("-7/7=", "-1")]
    [DataRow("999999999*999999999=", "999999998000000001")]
    [DataRow("99999999999999999999+1=", "100000000000000000000")]
    public void The_number_alone_is_correct(string prompt, string answer)
    {
        var verdict = Decide(prompt, answer);

        Assert.AreEqual(Verdict.Correct(answer, new Fact("closeness", 1), new Fact("readable", 1)), verdict);
        Assert.AreEqual<EquatableArray<Part>>([new TextPart(answer)], _arithmetic.Solution(_arithmetic.Read(prompt, out _)!));
    }

    [TestMethod]
    [DataRow("17*24=", " 408")]
    [DataRow("17*24=", "408 ")]
    [DataRow("17*24=", "408\n")]
    [DataRow("17*24=", "+408")]
    [DataRow("17*24=", "0408")]
    [DataRow("17*24=", "408.0")]
    [DataRow("17*24=", "408.")]
    [DataRow("17*24=", "4e2")]
    [DataRow("17*24=", "17*24")]
    [DataRow("17*24=", "=408")]
    [DataRow("17*24=", "408 408")]
    [DataRow("17*24=", "the answer is 408")]
    [DataRow("17*24=", "")]
    [DataRow("17*24=", "４０８")]
    [DataRow("17*24=", "408\0")]
    [DataRow("0*5=", "-0")]
    [DataRow("0*5=", "00")]
    [DataRow("17-24=", "- 7")]
    [DataRow("17-24=", "--7")]
    [DataRow("17-24=", "(7)")]
    public void Anything_around_the_number_is_wrong_and_not_close(string prompt, string answer)
    {
        var verdict = Decide(prompt, answer);

        Assert.AreEqual(Outcome.Wrong, verdict.Outcome);
        Assert.AreEqual(0, verdict.Fact("closeness"));
        Assert.AreEqual(0, verdict.Fact("readable"));
        Assert.IsNull(verdict.Answer);
    }

    [TestMethod]
    [DataRow("17*24=", "816", 0.5, DisplayName = "twice as much: 1/(1+1)")]
    [DataRow("17*24=", "0", 0.5)]
    [DataRow("17*24=", "306", 0.8, DisplayName = "a quarter less: 1/(1+1/4)")]
    [DataRow("17*24=", "510", 0.8)]
    [DataRow("17*24=", "-408", 1 / 3.0)]
    [DataRow("0*5=", "3", 0.25, DisplayName = "from zero the error is counted in ones")]
    public void Closeness_falls_with_the_relative_error(string prompt, string answer, double expected)
    {
        var verdict = Decide(prompt, answer);

        Assert.AreEqual(Outcome.Wrong, verdict.Outcome);
        Assert.AreEqual(answer, verdict.Answer);
        Assert.AreEqual(expected, verdict.Fact("closeness")!.Value, 1e-15);
    }

    [TestMethod]
    public void Only_the_right_answer_has_closeness_one()
    {
        var near = Decide("999999999*999999999=", "999999998000000002").Fact("closeness")!.Value;

        Assert.IsLessThan(1, near);
        Assert.IsGreaterThan(0.999999, near);
    }

    [TestMethod]
    public void A_huge_number_is_wrong_and_cheap()
    {
        Assert.AreEqual(Outcome.Wrong, Decide("17*24=", new string('9', 1_000_000)).Outcome);
        Assert.AreEqual(Outcome.Wrong, Decide("17*24=", "-" + new string('9', 99)).Outcome);
    }

    [TestMethod]
    public void Text_in_pieces_is_joined_and_other_parts_are_no_answer()
    {
        Assert.IsTrue(Decide("17*24=", Segment.Say(new TextPart("4"), new TextPart("08"))).IsCorrect);
        Assert.IsFalse(Decide("17*24=", Segment.Say(new CallPart("calculator", ""), new TextPart("408"))).IsCorrect);
        Assert.IsFalse(Decide("17*24=", Segment.Observe(new TextPart("408"))).IsCorrect, "what is observed is not said");
        Assert.IsFalse(Decide("17*24=", Segment.Say()).IsCorrect);
    }

    [TestMethod]
    [DataRow("17*24=")]
    [DataRow("17 * 24")]
    [DataRow("  17*24 =\n")]
    [DataRow("17×24")]
    [DataRow("017*24")]
    public void A_sum_typed_by_a_person_is_read(string prompt)
    {
        var problem = _arithmetic.Read(prompt, out var error);

        Assert.IsNull(error);
        Assert.AreEqual<EquatableArray<Part>>([new TextPart("17*24=")], problem!.Prompt(0));
    }

    [TestMethod]
    [DataRow("", "expected two whole numbers")]
    [DataRow("17", "expected two whole numbers")]
    [DataRow("17*24*3", "expected two whole numbers")]
    [DataRow("17*24=408", "expected two whole numbers")]
    [DataRow("1.5*2", "expected two whole numbers")]
    [DataRow("٣*٤", "expected two whole numbers")]
    [DataRow("what is 17*24?", "expected two whole numbers")]
    [DataRow("7/0", "divided by zero")]
    [DataRow("7÷2=", "7 cannot be divided by 2 without a remainder")]
    public void What_is_no_sum_is_refused_with_the_reason(string prompt, string reason)
    {
        Assert.IsNull(_arithmetic.Read(prompt, out var error));
        Assert.Contains(reason, error!);
    }

    private Verdict Decide(string prompt, string answer) => Decide(prompt, Segment.Say(new TextPart(answer)));

    private Verdict Decide(string prompt, Segment last)
    {
        var problem = _arithmetic.Read(prompt, out _)!;
        var episode = Match.Begin("arithmetic", problem).Episodes[0].Append(last) with { StopReason = StopReason.Answered };
        return _arithmetic.Verify(problem, episode);
    }
}
