using System.Diagnostics;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

/// <summary>What hostile programs come to: an end by a count, no reward, and a sandbox that goes on as if nothing had been.</summary>
[TestClass]
public sealed class SandboxCatalogueTests
{
    private const long HeapBytes = 128 << 20;

    // Stack, code and the runtime's own, which the heap's limit does not bound.
    private const long RoomBesides = 256 << 20;

    private static readonly TimeSpan s_tripwire = TimeSpan.FromSeconds(20);

    // Whoever is called with nothing gives what it is made of.
    private const string FunctionOfFunctions = "deep functions";

    public static IEnumerable<object[]> Programs => HostilePrograms.All.Select(hostile => new object[] { hostile.Name, hostile.Program });

    public static IEnumerable<object[]> Uncounted => HostilePrograms.Uncounted.Select(hostile => new object[] { hostile.Name, hostile.Program });

    private static readonly Sandboxes s_sandbox = new(new() { Workers = 1, HeapBytes = HeapBytes, Tripwire = s_tripwire });

    [ClassCleanup]
    public static void Close() => s_sandbox.Dispose();

    [TestMethod]
    public void There_are_enough_of_them() => Assert.IsGreaterThan(60, HostilePrograms.All.Select(hostile => hostile.Program).Distinct().Count());

    [TestMethod]
    [DynamicData(nameof(Programs))]
    public void A_hostile_program_ends_by_a_count_unrewarded_and_harms_nobody(string name, string program)
    {
        var code = new Code(new(), s_sandbox.Pool);
        var problem = code.Pose(1, 1);
        var tripped = s_sandbox.Tripped;

        // Twice: neither what it left behind nor a fresh process makes it end in another way.
        var first = Verify(code, problem, program);
        var second = Verify(code, problem, program);

        Assert.AreEqual(Outcome.Wrong, first.Outcome, $"{name}: {first.Reason}");
        Assert.AreEqual(first, second, name);
        Assert.AreEqual(tripped, s_sandbox.Tripped, $"{name}: the clock stopped it");
        Assert.AreEqual("22", s_sandbox.Call("x=>3*x+1", "[7]").Text, name);
        foreach (var id in s_sandbox.Pool.Idle)
        {
            using var worker = Process.GetProcessById(id);
            Assert.IsLessThan(HeapBytes + RoomBesides, Math.Max(worker.WorkingSet64, worker.PeakWorkingSet64), name);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Programs))]
    public void As_an_argument_of_the_interpreter_it_is_answered_or_refused(string name, string program)
    {
        var tripped = s_sandbox.Tripped;
        var called = Called(program);
        foreach (var argument in new[] { program, called })
        {
            var result = Interpret(argument);

            Assert.AreNotEqual(ToolOutcome.Broken, result.Outcome, $"{name}: {result.Text}");
            Assert.IsTrue(result.Text.All(character => character is '\n' or (>= ' ' and <= '~')), name);
            Assert.AreEqual(tripped, s_sandbox.Tripped, $"{name}: the clock stopped it");
            Assert.IsTrue(argument != called || result.Text != "a function" || name == FunctionOfFunctions, $"{name}: its body never ran");
        }
    }

    [TestMethod]
    [DataRow("x=>{for(;;);}", "error: too many statements")]
    [DataRow("const f=x=>f(x)+1;f", "error: too deep a recursion")]
    [DataRow("function f(x){let s='ab';for(;;)s+=s}", "error: too many bytes")]
    [DataRow("globalThis.n=1;x=>{throw n+x}", "error: threw 2")]
    public void A_function_of_the_catalogue_is_called_when_it_is_interpreted(string program, string expected) =>
        Assert.AreEqual(new ToolResult(ToolOutcome.Refused, expected), Interpret(Called(program)));

    [TestMethod]
    [DynamicData(nameof(Uncounted))]
    public void What_no_count_covers_ends_by_the_clock_unrewarded_and_harms_nobody(string name, string program)
    {
        using var sandbox = new Sandboxes(new() { Workers = 1, Tripwire = TimeSpan.FromSeconds(2) });
        var code = new Code(new(), sandbox.Pool);

        // Each of the hidden tests alone goes through eight thousand million characters.
        var verdict = Verify(code, code.Pose(1, 1), program);
        Assert.AreEqual(Outcome.Wrong, verdict.Outcome, name);
        StringAssert.EndsWith(verdict.Reason, "; too slow", name);
        Assert.AreEqual(1, sandbox.Tripped, name);
        Assert.AreEqual("22", sandbox.Call("x=>3*x+1", "[7]").Text, name);
    }

    private static ToolResult Interpret(string program) => new Interpreter(new(), s_sandbox.Pool).Call(program, default).AsTask().GetAwaiter().GetResult();

    /// <summary>The program with a call of its function behind it; where it has none, as it stands.</summary>
    private static string Called(string program) =>
        program.StartsWith("x=>", StringComparison.Ordinal) || program.StartsWith("()=>", StringComparison.Ordinal) || program.StartsWith("async x=>", StringComparison.Ordinal) ? $"({program}\n)(1)"
        : program.LastIndexOf(";x=>", StringComparison.Ordinal) + 1 is > 0 and var last ? $"{program[..last]}({program[last..]}\n)(1)"
        : program.Contains("function f(", StringComparison.Ordinal) || program.StartsWith("const f=", StringComparison.Ordinal) ? $"{program}\n;f(1)"
        : program;

    private static Verdict Verify(Code code, Problem problem, string program)
    {
        var match = Match.Begin("code", problem).Append(0, Segment.Say(new TextPart(program)));
        return code.Verify(problem, match.Episodes[0] with { StopReason = StopReason.Answered });
    }
}
