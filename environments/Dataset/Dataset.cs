using Lab.Core;

namespace Lab.Environments;

/// <summary>
/// Questions of the user's own, with answers that a verifier knows how to compare. The file is read once. A seed picks a line;
/// difficulty changes nothing.
/// </summary>
[Environment("dataset", "Questions and answers of your own, from a file of JSON lines such as GSM8K's")]
public sealed class Dataset : IEnvironment, IHasSolution, IHasDemonstrations, IReadsPrompts, IHasWarnings, IReadiness
{
    private readonly JsonLines<DatasetLine> _file;
    private readonly IAnswerVerifier _verifier;
    private readonly FactDeclaration _nearness;
    private readonly DatasetDemonstrator _demonstrator;
    private readonly Dictionary<string, DatasetLine> _told;

    /// <exception cref="OptionException">The file cannot be used.</exception>
    public Dataset(DatasetOptions options, PluginFactory plugins)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(plugins);
        _verifier = plugins.Create<IAnswerVerifier>(options.Verifier);
        _nearness = _verifier.Nearness;
        _file = new DatasetReader(options, _verifier).Read();
        _demonstrator = new(options.Demonstrations, _file.Lines.Where(line => !new HeldOut(options.HeldOut).Contains(line.Key)));
        Facts = [new("readable", 0, 1, "1 where an answer was found in what was said"), _nearness];
        _told = _file.Lines.DistinctBy(line => line.Told).ToDictionary(line => line.Told.Trim());
    }

    public IReadOnlyList<FactDeclaration> Facts { get; }

    public IReadOnlyList<(string Option, string Message)> Warnings => _file.Warnings;

    public Problem Pose(ulong seed, double difficulty) =>
        new DatasetProblem(seed, difficulty, _file.Lines[Draw.From(seed).Below(_file.Lines.Count)]);

    public Verdict Verify(Problem problem, Episode episode)
    {
        if (!episode.HasAnswer)
        {
            return Verdict.Wrong(null, "no answer", Known(null, 0));
        }

        var decided = _verifier.Verify(((DatasetProblem)problem).Line.Right, episode.Last.Text);
        return decided.Outcome switch
        {
            Outcome.Undecided => Verdict.Undecided(decided.Reason ?? "the verifier failed"),
            _ => new(decided.Outcome, decided.Answer, decided.Reason, [.. Known(decided.Answer, decided.Closeness)]),
        };

        Fact[] Known(string? answer, double closeness) => [new("readable", answer is null ? 0 : 1), new(_nearness.Name, closeness)];
    }

    public EquatableArray<Part> Solution(Problem problem) => [new TextPart(((DatasetProblem)problem).Line.Right.Text)];

    public EquatableArray<Part> Demonstrate(Problem problem, Episode soFar, Draw draw) =>
        _demonstrator.Say(((DatasetProblem)problem).Line, soFar, draw);

    public string? NotReady() => (_verifier as IReadiness)?.NotReady();

    /// <summary>A question of the file, word for word.</summary>
    public Problem? Read(string prompt, out string? error)
    {
        var line = _told.GetValueOrDefault(prompt.Trim());
        error = line is null ? "is no question of the file; expected one word for word" : null;
        return line is null ? null : new DatasetProblem(0, 1, line);
    }
}
