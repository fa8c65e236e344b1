using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class InterpreterTests
{
    private static readonly Sandboxes s_sandbox = new();

    [ClassCleanup]
    public static void Close() => s_sandbox.Dispose();

    [TestMethod]
    [DataRow("17*24", "408")]
    [DataRow("console.log(17*24)", "408")]
    [DataRow("for(const x of [1,2])console.log(x)", "1\n2")]
    [DataRow("console.log('caf\u00e9\t!')", "caf? !", DisplayName = "what a policy cannot read becomes a question mark")]
    public async Task It_answers_with_what_was_printed_or_else_the_last_value(string program, string expected) =>
        Assert.AreEqual(ToolResult.Answer(expected), await Call(new(), program));

    [TestMethod]
    [DataRow("for(;;);", "error: too many statements")]
    [DataRow("let s='ab';for(;;)s+=s", "error: too many bytes")]
    [DataRow("const f=()=>f();f()", "error: too deep a recursion")]
    [DataRow("for(;;)console.log('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')", "error: too much output")]
    [DataRow("x", "error: ReferenceError: x is not defined")]
    [DataRow("1+", "error: cannot read it: Unexpected end of input (program:1:3)")]
    public async Task It_refuses_with_the_reason(string program, string expected) =>
        Assert.AreEqual(new ToolResult(ToolOutcome.Refused, expected), await Call(new(), program));

    [TestMethod]
    public async Task Its_own_limits_are_those_of_its_options()
    {
        var options = new InterpreterOptions { Limits = new() { Source = 4, Output = 3 } };

        Assert.AreEqual(ToolResult.Answer("100"), await Call(options, "1e2"));
        Assert.AreEqual(ToolResult.Refuse("too much output"), await Call(options, "1e4"));
        Assert.AreEqual(ToolResult.Refuse("too long"), await Call(options, "1e001"));
    }

    [TestMethod]
    public async Task A_sandbox_that_fails_is_the_labs_fault()
    {
        var result = await new Interpreter(new(), new BrokenSandbox()).Call("1", default);

        Assert.AreEqual(ToolResult.Break("it is not there"), result);
        Assert.AreEqual("it is not there", new Interpreter(new(), new BrokenSandbox()).NotReady());
    }

    [TestMethod]
    public async Task It_hears_that_the_run_is_stopped() =>
        await Assert.ThrowsExactlyAsync<OperationCanceledException>(async () => await new Interpreter(new(), s_sandbox.Pool).Call("1", new CancellationToken(true)));

    [TestMethod]
    public async Task It_keeps_what_a_tool_promises()
    {
        foreach (var options in new[] { new InterpreterOptions(), new() { Limits = new() { Output = 10_000, Source = 50_000 } } })
        {
            var checks = await ToolConformance.Examine(new Interpreter(options, s_sandbox.Pool), default);

            CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
        }
    }

    private static async Task<ToolResult> Call(InterpreterOptions options, string program) =>
        await new Interpreter(options, s_sandbox.Pool).Call(program, default);
}
