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
    [DataRow("{", "is no JSON object")]
    [DataRow("[]", "is no JSON object")]
    [DataRow("""{"prompt":"a"}""", "has no 'signature'")]
    [DataRow("""{"signature":"f(x)"}""", "has no 'prompt'")]
    [DataRow("""{"prompt":7,"signature":"f(x)"}""", "'prompt' is no text")]
    [DataRow("""{"prompt":" ","signature":"f(x)"}""", "'prompt' is blank")]
    [DataRow("""{"prompt":"gr\u00f6\u00dfer","signature":"f(x)"}""", "'prompt' has a character that no policy reads (U+00F6)")]
    [DataRow("""{"prompt":"\ud800","signature":"f(x)"}""", "holds text that is not Unicode")]
    [DataRow("""{"prompt":"a","signature":"?","hidden":[{"arguments":[],"returns":1}]}""", "'signature' names no function, as f(a, b) does")]
    [DataRow("""{"prompt":"a","signature":"delete(x)","hidden":[{"arguments":[],"returns":1}]}""", "'signature' names no function, as f(a, b) does")]
    [DataRow("""{"prompt":"a","signature":"function (x)","hidden":[{"arguments":[],"returns":1}]}""", "'signature' names no function, as f(a, b) does")]
    [DataRow("""{"prompt":"a","signature":"parseInt(x)","hidden":[{"arguments":[],"returns":1}]}""", "'signature' names no function, as f(a, b) does")]
    [DataRow("""{"prompt":"a","signature":"2f(x)","hidden":[{"arguments":[],"returns":1}]}""", "'signature' names no function, as f(a, b) does")]
    [DataRow("""{"prompt":"a","signature":"f(x)"}""", "has no hidden tests")]
    [DataRow("""{"prompt":"a","signature":"f(x)","hiden":[{"arguments":[],"returns":1}]}""", "has no hidden tests")]
    [DataRow("""{"prompt":"a","signature":"f(x)","hidden":"f(1)==2"}""", "'hidden' is no list of tests")]
    [DataRow("""{"prompt":"a","signature":"f(x)","hidden":[{"arguments":[],"returns":1},{"arguments":[]}]}""", "'hidden[1]' has no arguments, a list, or no returns")]
    [DataRow("""{"prompt":"a","signature":"f(x)","hidden":[{"arguments":["\ud800"],"returns":1}]}""", "holds text that is not Unicode")]
    [DataRow("""{"prompt":"a","prompt":"b","signature":"f(x)","hidden":[{"arguments":[],"returns":1}]}""", "is no JSON object")]
    [DataRow("""{"prompt":"a","signature":"f(x)","hidden":[{"arguments":[],"returns":1}],"solution":"\u0000"}""", "'solution' has a character that no policy reads (U+0000)")]
    [DataRow("""{"prompt":"The  greater of two. ","signature":"function greater(a, b)","visible":[{"arguments":[1,2],"returns":2}],"hidden":[{"arguments":[5,3],"returns":3}]}""", "asks what line 1 asks, with another answer")]
    public void A_bad_line_is_told_by_its_number(string line, string wrong)
    {
        Assert.AreEqual(("Tasks", $"1 of 2 lines are left out: line 3 {wrong}"), Read(1, Good, "", line).Warnings.Single());
        var error = Assert.ThrowsExactly<OptionException>(() => Read(0, Good, "", line));
        Assert.AreEqual(("Tasks", $"1 of 2 lines of '{_path}' cannot be used, and badLines allows 0: line 3 {wrong}"), (error.Option, error.Message));
    }

    [TestMethod]
    public void A_task_with_one_more_blank_is_the_same_task()
    {
        var code = Read(0, Good, Good.Replace("greater of", "Greater  of", StringComparison.Ordinal));
        var problems = Enumerable.Range(0, 50).Select(seed => code.Pose((ulong)seed, 1)).ToArray();

        Assert.HasCount(2, problems.Select(problem => ((TextPart)problem.Prompt(0)[0]).Text).Distinct());
        Assert.AreEqual("the greater of two. function greater(a, b) greater(1,2)=2", problems.Select(problem => problem.Key).Distinct().Single());
    }

    [TestMethod]
    public void Capitals_are_part_of_the_key_where_they_ask_for_something_else()
    {
        const string Small = """{"prompt":"Say a.","signature":"f()","hidden":[{"arguments":[],"returns":"a"}]}""";
        var code = Read(0, Small, Small.Replace("Say a", "Say A", StringComparison.Ordinal).Replace("\"a\"", "\"A\"", StringComparison.Ordinal));

        CollectionAssert.AreEquivalent(new[] { "Say a. f()", "Say A. f()" }, Enumerable.Range(0, 50).Select(seed => code.Pose((ulong)seed, 1).Key).Distinct().ToArray());
    }

    [TestMethod]
    public void A_task_told_twice_has_one_solution()
    {
        var code = Read(0, Good[..^1] + ",\"solution\":\"Math.max\"}", Good[..^1] + ",\"solution\":\"(a,b)=>a>b?a:b\"}");

        Assert.AreEqual(new TextPart("Math.max"), Enumerable.Range(0, 50).Select(seed => code.Solution(code.Pose((ulong)seed, 1)).Single()).Distinct().Single());
    }

    [TestMethod]
    public void No_file_and_an_empty_one_are_bad_input()
    {
        Assert.AreEqual($"'{_path}' is empty", Assert.ThrowsExactly<OptionException>(() => Read(0)).Message);
        Assert.AreEqual($"there is no file '{_path} not'", Assert.ThrowsExactly<OptionException>(() => new Code(new() { Tasks = _path + " not" }, s_sandbox.Pool)).Message);
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
