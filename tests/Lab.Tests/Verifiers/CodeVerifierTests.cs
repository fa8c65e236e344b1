using System.Text.Json;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class CodeVerifierTests
{
    private const string Tests = """[{"arguments":[1,2],"returns":3},{"arguments":[2,2],"returns":4.0}]""";

    [TestMethod]
    [DataRow("right", Outcome.Correct, 1.0, true)]
    [DataRow("half", Outcome.Wrong, 0.5, true)]
    [DataRow("throws", Outcome.Wrong, 0.0, true)]
    [DataRow("unreadable", Outcome.Wrong, 0.0, false)]
    public void The_share_of_tests_passed_is_a_fact_of_that_name(string said, Outcome outcome, double closeness, bool isProgram)
    {
        var verifier = new CodeVerifier(new(), new Scripted("f"));
        Assert.AreEqual("tests", verifier.Nearness.Name);
        var verdict = verifier.Verify(Read(verifier, $$"""{"tests":{{Tests}}}""", out _)!, said);
        Assert.AreEqual((outcome, closeness, isProgram), (verdict.Outcome, verdict.Closeness, verdict.Answer is not null));
    }

    [TestMethod]
    public void A_line_may_name_its_function()
    {
        var verifier = new CodeVerifier(new() { Function = "g" }, new Scripted("add"));
        Assert.AreEqual(Outcome.Correct, verifier.Verify(Read(verifier, $$"""{"function":"add","tests":{{Tests}}}""", out _)!, "right").Outcome);
        verifier = new(new() { Function = "g" }, new Scripted("g"));
        Assert.AreEqual(Outcome.Correct, verifier.Verify(Read(verifier, $$"""{"tests":{{Tests}}}""", out _)!, "right").Outcome);
    }

    [TestMethod]
    [DataRow("{}", "has no tests")]
    [DataRow("""{"tests":[]}""", "has no tests")]
    [DataRow("""{"tests":"f(1)==2"}""", "'tests' is no list of tests")]
    [DataRow("""{"tests":[{"arguments":1,"returns":2}]}""", "'tests[0]' has no arguments, a list, or no returns")]
    [DataRow("""{"tests":[{"arguments":[1],"returns":2}],"function":7}""", "'function' is no name that a program can declare")]
    [DataRow("""{"tests":[{"arguments":[1],"returns":2}],"function":""}""", "'function' is no name that a program can declare")]
    [DataRow("""{"tests":[{"arguments":[1],"returns":2}],"function":"f(1)"}""", "'function' is no name that a program can declare")]
    [DataRow("""{"tests":[{"arguments":[1],"returns":2}],"function":"(x=>2)"}""", "'function' is no name that a program can declare")]
    [DataRow("""{"tests":[{"arguments":[1],"returns":2}],"function":"f\n"}""", "'function' is no name that a program can declare")]
    [DataRow("""{"tests":[{"arguments":[1],"returns":2}],"function":"\u0660"}""", "'function' is no name that a program can declare")]
    [DataRow("""{"tests":[{"arguments":[1],"returns":2}],"function":"new"}""", "'function' is no name that a program can declare")]
    [DataRow("""{"tests":[{"arguments":[1],"returns":2}],"function":"parseInt"}""", "'function' is no name that a program can declare")]
    public void A_line_without_tests_is_refused(string line, string expected)
    {
        Assert.IsNull(Read(new(new(), new Scripted("f")), line, out var error));
        Assert.AreEqual(expected, error);
    }

    private static RightAnswer? Read(CodeVerifier verifier, string line, out string? error)
    {
        using var document = JsonDocument.Parse(line);
        return verifier.Read(new("right", [], document.RootElement), out error);
    }

    private sealed class Scripted(string named) : ISandbox
    {
        public string? NotReady() => null;

        public SandboxResult Run(string program, SandboxLimits limits, CancellationToken stop = default) => throw new NotSupportedException();

        public IReadOnlyList<SandboxResult> Call(string program, string function, IReadOnlyList<string> arguments, SandboxLimits limits, CancellationToken stop = default)
        {
            Assert.AreEqual(named, function);
            CollectionAssert.AreEqual(new[] { "[1,2]", "[2,2]" }, arguments.ToArray());
            return program switch
            {
                "right" => [new(SandboxOutcome.Returned, "3.0"), new(SandboxOutcome.Returned, "4")],
                "half" => [new(SandboxOutcome.Returned, "3"), new(SandboxOutcome.Exceeded, "statements")],
                "throws" => [new(SandboxOutcome.Threw, "no"), new(SandboxOutcome.Threw, "no")],
                _ => [new(SandboxOutcome.Malformed, "line 1"), new(SandboxOutcome.Malformed, "line 1")],
            };
        }
    }
}
