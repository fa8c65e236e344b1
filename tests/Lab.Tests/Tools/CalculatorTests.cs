using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class CalculatorTests
{
    [TestMethod]
    [DataRow("17*24", "408")]
    [DataRow("1/3", "1/3")]
    [DataRow("0-7", "-7")]
    public async Task It_answers_with_the_exact_value(string arguments, string expected) =>
        Assert.AreEqual(ToolResult.Answer(expected), await Call(new(), arguments));

    [TestMethod]
    [DataRow("17*24=", "error: cannot read '=' at 6")]
    [DataRow("1/0", "error: division by zero")]
    [DataRow("", "error: ends too soon")]
    public async Task It_refuses_with_the_reason(string arguments, string expected) =>
        Assert.AreEqual(new ToolResult(ToolOutcome.Refused, expected), await Call(new(), arguments));

    [TestMethod]
    public async Task Its_own_limit_on_length_is_exact()
    {
        var options = new CalculatorOptions { MaxLength = 5 };

        Assert.AreEqual(ToolResult.Answer("408"), await Call(options, "17*24"));
        Assert.AreEqual(ToolResult.Refuse("too long"), await Call(options, "17*024"));
    }

    [TestMethod]
    [DataRow("999", "999")]
    [DataRow("0-999", "-999")]
    [DataRow("999/998", "999/998")]
    [DataRow("1000", "error: too large")]
    [DataRow("0-1000", "error: too large")]
    [DataRow("1/1000", "error: too large")]
    [DataRow("1000*1000/10000", "100", DisplayName = "only the result counts")]
    public async Task Its_own_limit_on_digits_is_exact(string arguments, string expected) =>
        Assert.AreEqual(expected, (await Call(new() { MaxDigits = 3 }, arguments)).Text);

    [TestMethod]
    public async Task It_keeps_what_a_tool_promises()
    {
        foreach (var options in new[] { new CalculatorOptions(), new() { MaxLength = 4096, MaxDigits = 1000 }, new() { MaxLength = 1, MaxDigits = 1 } })
        {
            var checks = await ToolConformance.Examine(new Calculator(options, new ParlotExpressions()), default);

            CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
        }
    }

    private static async Task<ToolResult> Call(CalculatorOptions options, string arguments) =>
        await new Calculator(options, new ParlotExpressions()).Call(arguments, default);
}
