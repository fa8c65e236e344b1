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
            Assert.IsLessThan(HeapBytes + RoomBesides, worker.WorkingSet64, name);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Programs))]
    public void As_an_argument_of_the_interpreter_it_is_answered_or_refused(string name, string program)
    {
        var tripped = s_sandbox.Tripped;
        var result = new Interpreter(new(), s_sandbox.Pool).Call(program, default).AsTask().GetAwaiter().GetResult();

        Assert.AreNotEqual(ToolOutcome.Broken, result.Outcome, $"{name}: {result.Text}");
        Assert.IsTrue(result.Text.All(character => character is '\n' or (>= ' ' and <= '~')), name);
        Assert.AreEqual(tripped, s_sandbox.Tripped, $"{name}: the clock stopped it");
    }

    [TestMethod]
    [DynamicData(nameof(Uncounted))]
    public void What_no_count_covers_ends_by_the_clock_unrewarded_and_harms_nobody(string name, string program)
    {
        using var sandbox = new Sandboxes(new() { Workers = 1, Tripwire = TimeSpan.FromSeconds(2) });
        var code = new Code(new(), sandbox.Pool);

        // On a fast machine it may come to its own end first.
        Assert.AreEqual(Outcome.Wrong, Verify(code, code.Pose(1, 1), program).Outcome, name);
        Assert.IsLessThanOrEqualTo(1, sandbox.Tripped, name);
        Assert.AreEqual("22", sandbox.Call("x=>3*x+1", "[7]").Text, name);
    }

    private static Verdict Verify(Code code, Problem problem, string program)
    {
        var match = Match.Begin("code", problem).Append(0, Segment.Say(new TextPart(program)));
        return code.Verify(problem, match.Episodes[0] with { StopReason = StopReason.Answered });
    }
}
