using Lab.Core;

namespace Lab.Environments;

/// <summary>Numbers and a target such as <c>3 7 12&gt;43</c>, answered by an expression such as <c>12*3+7</c> where that comes to it.</summary>
[Environment("countdown", "Reach a target from given numbers, each used at most once, such as 3 7 12>43")]
public sealed class Countdown(CountdownOptions options) : IEnvironment, IHasSolution, IHasDemonstrations, IReadsPrompts
{
    private readonly CountdownDemonstrator _demonstrator = new(options.Demonstrations);

    public IReadOnlyList<FactDeclaration> Facts { get; } =
    [
        new("closeness", 0, 1, "1 for the target, 1/(1+e) for a legal expression with relative error e, 0 for none"),
        new("readable", 0, 1, "1 where the answer is an expression, legal or not, else 0"),
        new("legal", 0, 1, "1 where the expression uses given numbers, each at most once, and has a value, else 0"),
    ];

    public Problem Pose(ulong seed, double difficulty) => CountdownPosing.Pose(options, seed, difficulty);

    /// <summary>
    /// Correct is an expression that comes to the target exactly and uses only numbers given, each at most once: + - * / and
    /// parentheses, fractions on the way allowed; no blanks, no leading zeros, no sign in front of a number, nothing else.
    /// </summary>
    public Verdict Verify(Problem problem, Episode episode)
    {
        if (!episode.HasAnswer)
        {
            return Verdict.Wrong(null, "no answer", Known(0, false, false));
        }

        var (posed, text) = ((CountdownProblem)problem, episode.Last.Text);
        var answer = CountdownAnswer.Read(text, posed.Numbers);
        return answer switch
        {
            { Value: { } value } when value == posed.Target => Verdict.Correct(text, Known(1, true, true)),
            { Value: { } value } => Verdict.Wrong(text, $"it is {value}", Known(Closeness.Of(value, posed.Target), true, true)),
            { Readable: true } => Verdict.Wrong(text, answer.Fault!, Known(0, true, false)),
            _ => Verdict.Wrong(null, answer.Fault!, Known(0, false, false)),
        };

        static Fact[] Known(double closeness, bool readable, bool legal) =>
            [new("closeness", closeness), new("readable", readable ? 1 : 0), new("legal", legal ? 1 : 0)];
    }

    public EquatableArray<Part> Solution(Problem problem) =>
        [new TextPart(CountdownSolver.Solve(((CountdownProblem)problem).Numbers, ((CountdownProblem)problem).Target)!)];

    public EquatableArray<Part> Demonstrate(Problem problem, Episode soFar, Draw draw) =>
        [_demonstrator.Say((CountdownProblem)problem, soFar, draw)];

    public Problem? Read(string prompt, out string? error) => CountdownPrompt.Read(prompt, out error);
}
