using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class CodeDemonstrationTests
{
    private static readonly Sandboxes s_sandbox = new();

    [ClassCleanup]
    public static void Close() => s_sandbox.Dispose();

    [TestMethod]
    public async Task By_default_25_in_100_are_right()
    {
        // 1 - 0.45 - 0.3; four deviations of 4 000 draws are 0.027.
        Assert.AreEqual(0.25, await Right(new(), 4000), 0.028);
    }

    [TestMethod]
    public async Task Without_flaws_all_are_right_and_with_flaws_alone_none()
    {
        Assert.AreEqual(1, await Right(new() { FirstOnly = 0, Slips = 0 }, 200));
        Assert.AreEqual(0, await Right(new() { FirstOnly = 1, Slips = 0 }, 200));
        Assert.AreEqual(0, await Right(new() { FirstOnly = 0, Slips = 1 }, 200));
    }

    [TestMethod]
    public void Who_looks_at_the_first_example_alone_explains_it_with_a_sum()
    {
        var code = new Code(new() { Demonstrations = new() { FirstOnly = 1, Slips = 0 } }, s_sandbox.Pool);
        for (var seed = 0UL; seed < 100; seed++)
        {
            // 0:17,1:21,2:25 f= is explained by x=>x+17.
            var problem = code.Pose(seed, 1);
            var first = ((TextPart)problem.Prompt(0)[0]).Text.Split(',')[0].Split(':')[1];
            Assert.AreEqual(first == "0" ? "x=>x" : $"x=>x+{first}", Say(code, problem, seed));
        }
    }

    [TestMethod]
    public void Of_a_task_from_a_file_they_know_the_first_value_or_most_of_the_solution()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """{"prompt":"Add.","signature":"f(a,b)","visible":[{"arguments":[1,2],"returns":3}],"hidden":[{"arguments":[2,2],"returns":4}],"solution":"(a,b)=>a+b"}""");

            Assert.AreEqual("()=>(3)", Say(Tasks(new() { FirstOnly = 1, Slips = 0 }), 1));
            Assert.AreEqual("(a,b)=>a+", Say(Tasks(new() { FirstOnly = 0, Slips = 1 }), 1));
            Assert.AreEqual("(a,b)=>a+b", Say(Tasks(new() { FirstOnly = 0, Slips = 0 }), 1));
        }
        finally
        {
            File.Delete(path);
        }

        Code Tasks(CodeHabits habits) => new(new() { Tasks = path, Demonstrations = habits }, s_sandbox.Pool);
        static string Say(Code code, ulong seed) => CodeDemonstrationTests.Say(code, code.Pose(seed, 1), seed);
    }

    private static string Say(Code code, Problem problem, ulong seed) =>
        ((TextPart)code.Demonstrate(problem, Match.Begin("code", problem).Episodes[0], Draw.From(seed))[0]).Text;

    private static async Task<double> Right(CodeHabits habits, int count)
    {
        var code = new Code(new() { Demonstrations = habits }, s_sandbox.Pool);
        var referee = new Referee("code", code, Toolbox.Empty, new());
        var right = 0;
        for (var index = 0; index < count; index++)
        {
            var draw = Draw.From(7).At(index);
            var match = await referee.Play(code.Pose(draw.Bits(), 1), [new Demonstrator(code)], draw, default);
            right += match.Episodes[0].Verdict!.IsCorrect ? 1 : 0;
        }

        return (double)right / count;
    }
}
