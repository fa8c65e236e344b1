using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class ParlotExpressionsTests
{
    private readonly ParlotExpressions _expressions = new();

    [TestMethod]
    [DataRow("17*24", "408")]
    [DataRow("007", "7")]
    [DataRow("99999*99999", "9999800001", DisplayName = "beyond 32 bits")]
    [DataRow("9223372036854775807+1", "9223372036854775808", DisplayName = "beyond 64 bits")]
    [DataRow("123456789*987654321", "121932631112635269", DisplayName = "beyond the integers of a double")]
    [DataRow("1000000000000000000000*1000000000000000000000", "1000000000000000000000000000000000000000000")]
    [DataRow("2+3*4", "14")]
    [DataRow("(2+3)*4", "20")]
    [DataRow("20-5-3", "12")]
    [DataRow("64/4/2", "8")]
    [DataRow("64/(4/2)", "32")]
    [DataRow("2-3*4+10/5", "-8")]
    [DataRow("((((1))))", "1")]
    public void Integers_are_exact(string text, string expected) => AssertValue(text, expected);

    [TestMethod]
    [DataRow("1/3", "1/3")]
    [DataRow("1/3*3", "1")]
    [DataRow("6/4", "3/2")]
    [DataRow("1/-2", "-1/2")]
    [DataRow("1/2+1/3+1/6", "1")]
    [DataRow("0.1+0.2", "3/10")]
    [DataRow("0.5", "1/2")]
    [DataRow("2.50", "5/2")]
    [DataRow("1.000", "1")]
    [DataRow("0.1*0.1", "1/100")]
    public void Quotients_and_decimals_are_exact(string text, string expected) => AssertValue(text, expected);

    [TestMethod]
    [DataRow("-5", "-5")]
    [DataRow("--5", "5")]
    [DataRow("---5", "-5")]
    [DataRow("2--3", "5")]
    [DataRow("2*-3", "-6")]
    [DataRow("-2*-3", "6")]
    [DataRow("-(2+3)", "-5")]
    [DataRow("- 5", "-5")]
    [DataRow("-0", "0")]
    public void Minus_signs_count(string text, string expected) => AssertValue(text, expected);

    [TestMethod]
    [DataRow(" 17 * 24 ", "408")]
    [DataRow("\t1\n+\r\n2", "3")]
    [DataRow("( 1 )", "1")]
    public void Blanks_between_things_do_not_matter(string text, string expected) => AssertValue(text, expected);

    [TestMethod]
    [DataRow("", "ends too soon")]
    [DataRow("   ", "ends too soon")]
    [DataRow("17*", "ends too soon")]
    [DataRow("-", "ends too soon")]
    [DataRow("(1+2", "ends too soon")]
    [DataRow("17*24=", "cannot read '=' at 6")]
    [DataRow("1+*2", "cannot read '*' at 3")]
    [DataRow("1 2", "cannot read '2' at 3")]
    [DataRow("2)", "cannot read ')' at 2")]
    [DataRow("()", "cannot read ')' at 2")]
    [DataRow("1.", "cannot read '.' at 2")]
    [DataRow(".5", "cannot read '.' at 1")]
    [DataRow("1.2.3", "cannot read '.' at 4")]
    [DataRow("+5", "cannot read '+' at 1")]
    [DataRow("1e5", "cannot read 'e' at 2")]
    [DataRow("1,000", "cannot read ',' at 2")]
    [DataRow("(1)(2)", "cannot read '(' at 4")]
    [DataRow("2(3)", "cannot read '(' at 2")]
    [DataRow("import os", "cannot read 'i' at 1")]
    [DataRow("٣*٤", "cannot read '?' at 1", DisplayName = "digits of another script")]
    [DataRow("１７", "cannot read '?' at 1", DisplayName = "wide digits")]
    [DataRow("1−2", "cannot read '?' at 2", DisplayName = "a typographic minus")]
    [DataRow("1\02", "cannot read '?' at 2", DisplayName = "a null character")]
    [DataRow("1\0", "cannot read '?' at 2", DisplayName = "a null character at the end")]
    [DataRow("\ud800", "cannot read '?' at 1", DisplayName = "half a character")]
    public void What_cannot_be_read_is_said_with_its_place(string text, string error) => AssertError(text, error);

    [TestMethod]
    [DataRow("1/0")]
    [DataRow("0/0")]
    [DataRow("5/(2-2)")]
    [DataRow("(1/0)*0")]
    [DataRow("0*(1/0)")]
    [DataRow("1/0.0")]
    [DataRow("-(1/0)")]
    [DataRow("1/0/0")]
    public void Division_by_zero_is_an_error(string text) => AssertError(text, "division by zero");

    [TestMethod]
    public void Parentheses_nest_to_a_bound()
    {
        AssertValue(Nested(ParlotExpressions.MaxDepth), "1");
        AssertError(Nested(ParlotExpressions.MaxDepth + 1), "too deep");
        AssertError(new string('(', ParlotExpressions.MaxLength), "too deep");
        AssertValue(string.Join('+', Enumerable.Repeat("(1)", 1000)), "1000");
    }

    [TestMethod]
    public void Numbers_grow_to_a_bound()
    {
        // 4096 bits hold 2⁴⁰⁹⁶ − 1, a number of 1234 digits.
        AssertError(new string('9', 1234), "too large");
        AssertError(new string('9', 700) + "*" + new string('9', 700), "too large");
        AssertError("1" + string.Concat(Enumerable.Repeat("*99", 1000)), "too large");
        AssertError("1" + string.Concat(Enumerable.Repeat("/99", 1000)), "too large");
        AssertError("(" + new string('9', 1300) + ")*0", "too large");
        AssertValue(new string('9', 1200) + "-" + new string('9', 1200), "0");
    }

    [TestMethod]
    public void Texts_are_read_to_a_bound()
    {
        AssertValue(new string('-', ParlotExpressions.MaxLength - 1) + "1", "-1");
        AssertValue("1" + string.Concat(Enumerable.Repeat("+1", 2000)), "2001");
        AssertError(new string('1', ParlotExpressions.MaxLength + 1), "too long");
        AssertError(new string('9', 1_000_000), "too long");
        AssertError(new string('(', 1_000_000), "too long");
    }

    [TestMethod]
    public void The_smallest_usual_stack_is_enough_for_any_text()
    {
        string[] texts = [Nested(ParlotExpressions.MaxDepth), new string('-', 4095) + "1", string.Concat(Enumerable.Repeat("-(", ParlotExpressions.MaxDepth)) + "1", new string(')', 4096)];
        var answers = new List<Evaluation>();
        var thread = new Thread(() => answers.AddRange(texts.Select(_expressions.Evaluate)), maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();

        CollectionAssert.AreEqual(texts.Select(_expressions.Evaluate).ToArray(), answers);
    }

    private static string Nested(int depth) => new string('(', depth) + "1" + new string(')', depth);

    private void AssertValue(string text, string expected)
    {
        var evaluation = _expressions.Evaluate(text);
        Assert.IsNull(evaluation.Error);
        Assert.AreEqual(expected, evaluation.Value.ToString());
    }

    private void AssertError(string text, string error)
    {
        var evaluation = _expressions.Evaluate(text);
        Assert.AreEqual(error, evaluation.Error);
        Assert.IsNull(evaluation.Value);
    }
}
