using Lab.Core;

namespace Lab.Environments;

/// <summary>Small JavaScript functions, found from examples or written as a file of tasks asks; hidden tests decide.</summary>
[Environment("code", "Small JavaScript functions, decided by hidden tests")]
public sealed class Code(CodeOptions options, ISandbox sandbox) : IEnvironment, IHasSolution, IHasDemonstrations, IReadsPrompts, IHasWarnings, IReadiness
{
    private readonly TestedProgram _tested = new(sandbox, options.Limits.ToLimits());
    private readonly CodeDemonstrator _demonstrator = new(options.Demonstrations);
    private readonly Induction _induction = new(options.Induction);
    private readonly JsonLines<CodeTask>? _tasks = options.Tasks is { } path ? CodeTaskReader.Read(options, path) : null;

    public IReadOnlyList<FactDeclaration> Facts { get; } =
        [TestedProgram.Share, new("readable", 0, 1, "1 where the answer is a JavaScript program that the sandbox can read, else 0")];

    public IReadOnlyList<(string Option, string Message)> Warnings => _tasks?.Warnings ?? [];

    public Problem Pose(ulong seed, double difficulty) => _tasks is null
        ? _induction.Pose(seed, difficulty)
        : _tasks.Lines[Draw.From(seed).Below(_tasks.Lines.Count)].Pose(seed, difficulty);

    /// <summary>Correct is a program whose function passes every hidden test.</summary>
    public Verdict Verify(Problem problem, Episode episode)
    {
        var asked = (CodeProblem)problem;
        var decided = _tested.Decide(episode.HasAnswer ? episode.Last.Text : "", asked.Function, asked.Hidden);
        return new(decided.Outcome, decided.Answer, decided.Reason, [new(TestedProgram.Share.Name, decided.Closeness), new("readable", decided.Answer is null ? 0 : 1)]);
    }

    /// <remarks>Empty where a task from a file has none.</remarks>
    public EquatableArray<Part> Solution(Problem problem) => ((CodeProblem)problem).Solution is { } solution ? [new TextPart(solution)] : [];

    public EquatableArray<Part> Demonstrate(Problem problem, Episode soFar, Draw draw) => [_demonstrator.Say((CodeProblem)problem, soFar, draw)];

    /// <remarks>Examples of a function or, where there are tasks from a file, the whole text of one of them.</remarks>
    public Problem? Read(string prompt, out string? error)
    {
        if (_tasks is null)
        {
            return CodePrompt.Read(prompt, out var shown, out error) is { } rule ? _induction.Pose(0, 1, rule, shown) : null;
        }

        var task = _tasks.Lines.FirstOrDefault(task => task.Told.Trim() == prompt.Trim());
        error = task is null ? "it is no task of the file" : null;
        return task?.Pose(0, 1);
    }

    public string? NotReady() => sandbox.NotReady();
}
