using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>A student of another run, which is removed once the student's folder has been made.</summary>
[TestClass]
public sealed class TeacherTests
{
    private static readonly Runs s_runs = new();
    private static readonly Dictionary<string, RunFolder> s_copies = [];
    private static RunFolder s_teacher = null!;
    private static RunFolder s_student = null!;
    private static string s_gone = null!;

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    [ClassInitialize]
    public static async Task Run(TestContext context)
    {
        (s_teacher, _, _) = await s_runs.Work(s_runs.Read(Tiny.Text, "stages.reinforce.iterations=1"), context.CancellationToken);
        s_gone = s_runs.Copy(s_teacher).Path;
        RunFolder? folder = null;
        (s_student, _, _) = await s_runs.Work(
            s_runs.Read(Taught(s_gone), "checkpoints.every=0"),
            context.CancellationToken,
            happened =>
            {
                if (happened is RunEvent.IterationDone done)
                {
                    s_copies[$"{done.Stage}/{done.Iteration}"] = s_runs.Copy(folder!);
                }
            },
            planned =>
            {
                folder = planned;
                Directory.Delete(s_gone, recursive: true);
            });
    }

    [ClassCleanup]
    public static void Clean() => s_runs.Dispose();

    [TestMethod]
    [DataRow("imitate")]
    [DataRow("distil")]
    public void A_run_keeps_copies_of_its_teachers(string stage) => CollectionAssert.AreEqual(Weights(s_teacher.Final), Weights(s_student.Teacher(stage)));

    [TestMethod]
    [DataRow("imitate/1")]
    [DataRow("distil/1")]
    [DataRow("distil/3")]
    public async Task A_killed_student_goes_on_without_its_teachers_run(string moment)
    {
        var copy = s_runs.Copy(s_copies[moment]);
        await s_runs.Resume(copy, Stop);
        RunComparison.AreSame(s_student, copy);
    }

    [TestMethod]
    [DataRow("imitate/1")]
    [DataRow("distil/1")]
    [DataRow("distil/3")]
    public async Task A_student_is_forked_without_its_teachers_run(string at)
    {
        await s_runs.Planner.Check(s_runs.Experiment(s_student), "--set", Stop, new(s_student, s_runs.Experiment(s_student)));
        var fork = s_runs.Fork(s_student, at);
        await s_runs.Resume(fork, Stop);
        RunComparison.AreSame(s_student, fork);

        // And that one again: it has all that it needs of its own.
        var again = s_runs.Fork(fork, "distil/3");
        await s_runs.Resume(again, Stop);
        RunComparison.AreSame(s_student, again);
    }

    [TestMethod]
    [DataRow(0, 2)]
    [DataRow(1, 2)]
    public async Task A_student_is_replayed_without_its_teachers_run(int stage, int iteration)
    {
        var replayed = await s_runs.Replayer.Replay(s_student, s_runs.Experiment(s_student), new(stage, iteration), 3, Torch.Runtime, new Progress<RunEvent>(), Stop);
        Assert.IsNotNull(replayed.Stored);
        Assert.IsNull(replayed.Difference);
    }

    [TestMethod]
    public async Task A_fork_with_another_teacher_has_it_from_its_branching_point_on()
    {
        var (other, _, _) = await s_runs.Work(s_runs.Read(Tiny.Text, "stages.reinforce.iterations=1", "seed=2"), Stop);
        var fork = s_runs.Fork(s_student, "distil/1", $"stages.distil.teacher={other.Path}");
        CollectionAssert.AreEqual(Weights(s_teacher.Final), Weights(fork.Teacher("imitate")));
        CollectionAssert.AreEqual(Weights(other.Final), Weights(fork.Teacher("distil")));
        CollectionAssert.AreEqual(Weights(s_teacher.Final), Weights(Path.Combine(fork.Past, "teachers", "distil")));

        // There is no checkpoint at distil/1: what leads there is learned from the first teacher.
        var (_, events) = await s_runs.Resume(fork, Stop);
        Assert.HasCount(3, events.OfType<RunEvent.IterationDone>());
        var (before, after) = (RunComparison.Metrics(s_student), RunComparison.Metrics(fork));
        CollectionAssert.AreEqual(before[..3], after[..3]);
        Assert.AreNotEqual(before[3], after[3]);
    }

    [TestMethod]
    public async Task A_fork_that_names_a_teacher_which_is_gone_is_refused()
    {
        var parent = new StoredRun(s_student, s_runs.Experiment(s_student));
        var fork = s_runs.Read(File.ReadAllText(s_student.Experiment), $"stages.distil.teacher={s_gone}-other");
        var error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() => s_runs.Planner.Check(fork, "--set", Stop, parent));
        Assert.AreEqual($"--set: $.stages[1].teacher: {s_gone}-other: there is no such run folder", error.Message);
    }

    [TestMethod]
    public async Task Only_a_finished_run_teaches()
    {
        var copy = s_runs.Copy(s_teacher);
        File.Delete(copy.ReportData);
        Assert.AreEqual($"test.json: $.stages[0].teacher: {copy.Path}: {Unfinished}", (await Refusal(copy.Path)).Split('\n')[0]);

        var report = await File.ReadAllTextAsync(s_teacher.ReportData, Stop);
        Assert.Contains("\"finished\"", report);
        await File.WriteAllTextAsync(copy.ReportData, report.Replace("\"finished\"", "\"interrupted\"", StringComparison.Ordinal), Stop);
        StringAssert.Contains(await Refusal(copy.Path), $"$.stages[1].teacher: {copy.Path}: {Unfinished}");

        await File.WriteAllTextAsync(copy.ReportData, report, Stop);
        await s_runs.Planner.Check(s_runs.Read(Taught(copy.Path)), "test.json", Stop);
    }

    [TestMethod]
    [DataRow("tools=[]", "its policy knows other tools than this experiment: calculator")]
    [DataRow("policy.context=33", "its policy has a context of 32 tokens; this experiment's has 33")]
    public async Task A_policy_that_cannot_teach_this_student_is_refused(string change, string complaint) =>
        StringAssert.Contains(await Refusal(s_teacher.Path, change), $"$.stages[1].teacher: {s_teacher.Path}: {complaint}");

    [TestMethod]
    public async Task A_damaged_copy_is_noticed_before_anything_is_learned_from_it()
    {
        var copy = s_runs.Copy(s_copies["distil/1"]);
        var weights = new ModelFolder(copy.Teacher("distil")).Weights;
        var bytes = await File.ReadAllBytesAsync(weights, Stop);
        bytes[^5] ^= 4;
        await File.WriteAllBytesAsync(weights, bytes, Stop);
        var error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() => s_runs.Resume(copy, Stop));
        Assert.AreEqual($"{copy.Teacher("distil")}: the copy of the policy cannot be used: weights.safetensors has changed since it was written", error.Message);
    }

    [TestMethod]
    public void A_teacher_that_is_gone_when_the_folder_would_be_made_leaves_none()
    {
        var experiment = RunPlanner.Resolve(s_runs.Read(Taught(s_gone)), new(), commit: null);
        var parent = Path.Combine(s_runs.Parent, "none");
        Assert.ThrowsExactly<InvalidInputException>(() => s_runs.Planner.Create(experiment, parent));
        Assert.ThrowsExactly<InvalidInputException>(() => s_runs.Planner.Create(Compared, "both", [new("a", experiment, new("a", []))], parent));
        Assert.IsFalse(Directory.Exists(parent));
    }

    [TestMethod]
    public void Every_run_of_a_comparison_has_copies_of_its_own()
    {
        var experiment = RunPlanner.Resolve(s_runs.Read(Taught(s_teacher.Path)), new(), commit: null);
        var folder = s_runs.Planner.Create(Compared, "both", [new("a", experiment, new("a", [])), new("b", experiment, new("b", []))], s_runs.Parent);
        foreach (var run in folder.Runs)
        {
            CollectionAssert.AreEqual(Weights(s_teacher.Final), Weights(RunFolder.Open(folder.In(run.Folder)).Teacher("distil")));
        }
    }

    private const string Unfinished = "has not finished: what counts is the policy that a run ended with; lab resume goes on with one that was stopped";

    private static Comparison Compared => new() { Base = "base.json", Variants = [] };

    private static string Taught(string teacher) => $$"""
        {
          "name": "taught",
          "environment": { "kind": "arithmetic", "operations": ["+"], "digits": [1, 1], "heldOut": 0.2 },
          "tools": [{ "kind": "calculator" }],
          "policy": { "layers": 1, "width": 16, "heads": 2, "context": 32, "rotaryBase": 100 },
          "stages": [
            { "kind": "imitate", "teacher": {{System.Text.Json.JsonSerializer.Serialize(teacher)}}, "episodes": 200, "episodesPerIteration": 100, "learningRate": 0.005 },
            { "kind": "distil", "teacher": {{System.Text.Json.JsonSerializer.Serialize(teacher)}}, "iterations": 3, "problems": 32, "learningRate": 0.003 }
          ],
          "evaluation": { "problems": 20, "every": 0 }
        }
        """;

    private static byte[] Weights(string folder) => File.ReadAllBytes(new ModelFolder(folder).Weights);

    private async Task<string> Refusal(string teacher, params string[] changes) =>
        (await Assert.ThrowsExactlyAsync<InvalidInputException>(() => s_runs.Planner.Check(s_runs.Read(Taught(teacher), changes), "test.json", Stop))).Message;
}
