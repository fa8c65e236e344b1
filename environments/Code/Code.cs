using System.Globalization;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Small JavaScript functions, found from examples or written as a file of tasks asks; hidden tests decide.</summary>
[Environment("code", "Small JavaScript functions, decided by hidden tests")]
public sealed class Code(CodeOptions options, ISandbox sandbox) : IEnvironment, IHasSolution, IHasDemonstrations, IReadsPrompts, IReadiness
{
    private readonly SandboxLimits _limits = options.Limits.ToLimits();
    private readonly CodeDemonstrator _demonstrator = new(options.Demonstrations);
    private readonly Induction _induction = new(options.Induction);
    private readonly IReadOnlyList<CodeTask>? _tasks = options.Tasks is { } path ? CodeTaskFile.Read(path, options.BadLines) : null;

    public IReadOnlyList<FactDeclaration> Facts { get; } =
    [
        new("tests", 0, 1, "the share of hidden tests passed"),
        new("parses", 0, 1, "1 where the answer is a JavaScript program that the sandbox can read, else 0"),
    ];

    public Problem Pose(ulong seed, double difficulty) => _tasks is null
        ? _induction.Pose(seed, difficulty)
        : _tasks[Draw.From(seed).Below(_tasks.Count)].Pose(seed, difficulty);

    /// <summary>
    /// The answer is a whole JavaScript program. The function under test is the value that the program ends with, where that is a
    /// function (<c>x=>x+1</c>), else the one that it declares under the asked name (<c>function f(x){return x+1}</c>).
    /// Correct is an answer that passes every hidden test; each runs in a fresh engine.
    /// </summary>
    public Verdict Verify(Problem problem, Episode episode)
    {
        if (episode.StopReason != StopReason.Answered || episode.Last.Role != Role.Said || episode.Last.Parts.Any(part => part is not TextPart))
        {
            return Wrong(null, "no answer", 0, parses: false);
        }

        var (asked, text) = ((CodeProblem)problem, episode.Last.Text);
        var results = sandbox.Call(text, asked.Function, [.. asked.Hidden.Select(test => test.Arguments)], _limits);
        var passed = asked.Hidden.Zip(results).Count(pair => pair.First.IsPassedBy(pair.Second));
        if (passed == asked.Hidden.Count)
        {
            return Verdict.Correct(text, new("tests", 1), new("parses", 1));
        }

        var failed = results.FirstOrDefault(result => result.Outcome != SandboxOutcome.Returned);
        var reason = failed.Text is null ? "" : $"; {LimitText.Of(failed)}";
        return Wrong(
            text.Length <= _limits.Source ? text : null,
            string.Create(CultureInfo.InvariantCulture, $"{passed} of {asked.Hidden.Count} hidden tests passed{reason}"),
            (double)passed / asked.Hidden.Count,
            parses: failed is not ({ Outcome: SandboxOutcome.Malformed } or { Text: "source" }));
    }

    /// <remarks>Empty where a task from a file has none.</remarks>
    public EquatableArray<Part> Solution(Problem problem) => ((CodeProblem)problem).Solution is { } solution ? [new TextPart(solution)] : [];

    public EquatableArray<Part> Demonstrate(Problem problem, Episode soFar, Draw draw) => [new TextPart(_demonstrator.Say((CodeProblem)problem, draw))];

    /// <remarks>Examples of a function or, where there are tasks from a file, the whole text of one of them.</remarks>
    public Problem? Read(string prompt, out string? error)
    {
        if (_tasks is null)
        {
            return CodePrompt.Read(prompt, out var shown, out error) is { } rule ? _induction.Pose(0, 1, rule, shown) : null;
        }

        var task = _tasks.FirstOrDefault(task => task.Text.Trim() == prompt.Trim());
        error = task is null ? "it is no task of the file" : null;
        return task?.Pose(0, 1);
    }

    public string? NotReady() => sandbox.NotReady();

    private static Verdict Wrong(string? answer, string reason, double tests, bool parses) =>
        Verdict.Wrong(answer, reason, new("tests", tests), new("parses", parses ? 1 : 0));
}
