using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class NumberVerifierTests
{
    [TestMethod]
    [DataRow("72", "72")]
    [DataRow("48/2 = <<48/2=24>>24 clips.\n#### 72", "72")]
    [DataRow("#### 1,234", "1234")]
    [DataRow("#### $18.00", "18.00")]
    [DataRow("#### 7 #### 8", "8")]
    [DataRow("-3.5", "-3.5")]
    [DataRow(".5", ".5")]
    [DataRow("3/4", "3/4")]
    [DataRow("72.", "72")]
    public void A_written_number_is_read(string written, string said)
    {
        var right = new NumberVerifier(new()).Read(new(written, []), out var error);
        Assert.IsNull(error);
        Assert.AreEqual(said, right!.Text);
        Assert.AreEqual(AnswerVerdict.Correct(said), new NumberVerifier(new()).Verify(right, said));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("seventy")]
    [DataRow("7 2")]
    [DataRow("1,23")]
    [DataRow("12,34,567")]
    [DataRow("1/0")]
    [DataRow("1e3")]
    [DataRow("####")]
    [DataRow("72%")]
    [DataRow("5 apples")]
    public void What_is_no_number_is_refused(string written)
    {
        Assert.IsNull(new NumberVerifier(new()).Read(new(written, []), out var error));
        StringAssert.EndsWith(error, "is no number");
    }

    [TestMethod]
    [DataRow("72", true)]
    [DataRow("72.0", true)]
    [DataRow("$72.", true)]
    [DataRow("144/2", true)]
    [DataRow("so there are 71 and\n#### 72\n\n", true)]
    [DataRow("72\n73", false)]
    [DataRow("73", false)]
    [DataRow("the answer is 72", false, DisplayName = "not alone")]
    [DataRow("72 72", false)]
    [DataRow("", false)]
    [DataRow("\u0667\u0662", false)]
    public void The_last_line_is_the_number_alone(string said, bool correct) =>
        Assert.AreEqual(correct ? Outcome.Correct : Outcome.Wrong, Verify(new(), "72", said).Outcome);

    [TestMethod]
    [DataRow("the answer is 72", true)]
    [DataRow("72 apples", true)]
    [DataRow("72 of 100", false)]
    [DataRow("from 5-72", true)]
    [DataRow("x=-72", false)]
    [DataRow("1, 2, 72.", true)]
    [DataRow("172", false)]
    [DataRow("nothing", false)]
    [DataRow("72\nas I said", false)]
    public void Anywhere_it_is_the_last_number_of_the_last_line(string said, bool correct) =>
        Assert.AreEqual(correct ? Outcome.Correct : Outcome.Wrong, Verify(new() { Anywhere = true }, "72", said).Outcome);

    [TestMethod]
    [DataRow(0.1, 0.0, "10.1", true)]
    [DataRow(0.1, 0.0, "10.11", false)]
    [DataRow(0.0, 0.05, "9.5", true)]
    [DataRow(0.0, 0.05, "9.49", false)]
    [DataRow(1.0, 0.01, "11", true, DisplayName = "the larger counts")]
    [DataRow(0.0, 0.0, "10.0000000000000000000000001", false, DisplayName = "exact is exact")]
    public void Tolerance_ends_where_it_says(double absolute, double relative, string said, bool correct) =>
        Assert.AreEqual(correct ? Outcome.Correct : Outcome.Wrong, Verify(new() { Absolute = absolute, Relative = relative }, "10", said).Outcome);

    [TestMethod]
    [DataRow("144", 0.5, DisplayName = "twice as much: 1/(1+1)")]
    [DataRow("54", 0.8, DisplayName = "a quarter less: 1/(1+1/4)")]
    public void Closeness_falls_with_the_relative_error(string said, double expected) => Assert.AreEqual(expected, Verify(new(), "72", said).Closeness, 1e-15);

    private static AnswerVerdict Verify(NumberOptions options, string right, string said)
    {
        NumberVerifier verifier = new(options);
        return verifier.Verify(verifier.Read(new(right, []), out _)!, said);
    }
}
