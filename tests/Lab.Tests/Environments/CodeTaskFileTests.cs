using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class CodeTaskFileTests : IDisposable
{
    private const string Good = """{"prompt":"The greater of two.","signature":"function greater(a, b)","visible":[{"arguments":[1,2],"returns":2}],"hidden":[{"arguments":[5,3],"returns":5},{"arguments":[-1,-2],"returns":-1}]}""";

    private static readonly Sandboxes s_sandbox = new();

    private readonly string _path = Path.GetTempFileName();

    [ClassCleanup]
    public static void Close() => s_sandbox.Dispose();

    public void Dispose() => File.Delete(_path);

    [TestMethod]
    public void A_task_is_told_with_its_signature_and_visible_tests_and_decided_by_the_hidden_ones()
    {
        var code = Read(0, Good);
        var problem = code.Pose(1, 1);

        Assert.AreEqual("The greater of two.\nfunction greater(a, b)\ngreater(1,2)=2\n", ((TextPart)problem.Prompt(0)[0]).Text);
        Assert.AreEqual(Outcome.Correct, Verify(code, problem, "function greater(a,b){return a>b?a:b}").Outcome);
        Assert.AreEqual(Outcome.Correct, Verify(code, problem, "Math.max").Outcome, "the value that it ends with is a function too");
        Assert.AreEqual(0.5, Verify(code, problem, "(a,b)=>5").Fact("tests"));
        Assert.AreEqual(0, Verify(code, problem, "()=>2").Fact("tests"), "the visible test's value is no hidden test's");
        Assert.AreEqual(0, Verify(code, problem, "function f(a,b){return a>b?a:b}").Fact("tests"), "another name");
    }

    [TestMethod]
    [DataRow("[1,[2]]", "x=>[1,[2]]", true)]
    [DataRow("{\"a\":1,\"b\":[2]}", "x=>({b:[2],a:1})", true)]
    [DataRow("1.0", "x=>1", true)]
    [DataRow("1e2", "x=>100", true)]
    [DataRow("0", "x=>-0", true)]
    [DataRow("0.3", "x=>0.1+0.2", false)]
    [DataRow("\"a\"", "x=>'a'", true)]
    [DataRow("\"\\u00e9<\"", "x=>'\\u00e9<'", true)]
    [DataRow("1", "x=>'1'", false)]
    [DataRow("1", "x=>true", false)]
    [DataRow("[]", "x=>({})", false)]
    [DataRow("null", "x=>undefined", false)]
    [DataRow("{\"a\":1}", "x=>({a:1,b:undefined})", false)]
    [DataRow("[1,2]", "x=>[1,2,3]", false)]
    public void Values_are_compared_by_what_they_are(string returns, string answer, bool correct)
    {
        var code = Read(0, $$"""{"prompt":"It.","signature":"f(x)","hidden":[{"arguments":[1],"returns":{{returns}}}]}""");

        Assert.AreEqual(correct, Verify(code, code.Pose(1, 1), answer).IsCorrect);
    }

    [TestMethod]
    public void Every_bad_line_is_named_with_its_number()
    {
        string[] lines =
        [
            Good, "{", "", "[]", "{\"prompt\":\"a\"}", Good.Replace("function greater(a, b)", "?", StringComparison.Ordinal),
            Good.Replace("\"hidden\"", "\"hiden\"", StringComparison.Ordinal), Good.Replace("greater of two", "gr\u00f6\u00dfer", StringComparison.Ordinal),
            Good.Replace("\"returns\":5", "\"return\":5", StringComparison.Ordinal), Good.Replace("\"visible\":", "\"prompt\":\"b\",\"visible\":", StringComparison.Ordinal),
        ];
        var error = Assert.ThrowsExactly<InvalidInputException>(() => Read(7, lines));

        CollectionAssert.AreEqual(new[] { 2, 4, 5, 6, 7, 8, 9, 10 }.Select(line => $"line {line}").ToArray(), error.Errors.Select(wrong => wrong.Path).ToArray());
        StringAssert.StartsWith(error.Errors[0].Message, "is not JSON: ");
        CollectionAssert.AreEqual(
            new[]
            {
                "is no JSON object", "signature is missing", "signature must name a function, such as f(a, b)", "hidden tests are missing",
                "has a character that no policy can read: printable ASCII and line breaks are all there is", "hidden[0] must have arguments, a list, and returns",
            },
            error.Errors.Skip(1).Take(6).Select(wrong => wrong.Message).ToArray());
        Assert.AreEqual(1, Enumerable.Range(0, 50).Select(seed => Read(8, lines).Pose((ulong)seed, 1).Key).Distinct().Count(), "as many may be bad: the good one is left");
    }

    [TestMethod]
    public void Of_many_bad_lines_ten_are_named()
    {
        var error = Assert.ThrowsExactly<InvalidInputException>(() => Read(0, [.. Enumerable.Repeat("x", 25)]));

        Assert.HasCount(11, error.Errors);
        Assert.AreEqual("and 15 more bad lines", error.Errors[^1].Message);
    }

    [TestMethod]
    public void No_file_and_an_empty_one_are_bad_input()
    {
        StringAssert.EndsWith(Assert.ThrowsExactly<InvalidInputException>(() => Read(0)).Message, "holds no task");
        Assert.ThrowsExactly<InvalidInputException>(() => new Code(new() { Tasks = _path + " not" }, s_sandbox.Pool));
    }

    [TestMethod]
    public async Task It_keeps_what_an_environment_promises()
    {
        var solved = Enumerable.Range(0, 40).Select(n => $$"""{"prompt":"Add {{n}}.","signature":"f(x)","hidden":[{"arguments":[1],"returns":{{n + 1}}},{"arguments":[-5],"returns":{{n - 5}}}],"solution":"x=>x+{{n}}"}""");
        var checks = await EnvironmentConformance.Examine("code", Read(0, [.. solved]), Toolbox.Empty, Draw.From(1), default);

        CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
    }

    private Code Read(int badLines, params string[] lines)
    {
        File.WriteAllLines(_path, lines);
        return new(new() { Tasks = _path, BadLines = badLines }, s_sandbox.Pool);
    }

    private static Verdict Verify(Code code, Problem problem, string answer) =>
        code.Verify(problem, Match.Begin("code", problem).Append(0, Segment.Say(new TextPart(answer))).Episodes[0] with { StopReason = StopReason.Answered });
}
