using Lab.Core;

namespace Lab.Environments;

/// <summary>
/// Questions such as <c>Where does Nora Toler live?</c> about people, towns and boats that nobody has heard of: the answer
/// stands in one of a few generated documents. Difficulty is the share of questions that take two of them, such as
/// <c>When was the town where Nora Toler lives founded?</c>
/// </summary>
[Environment("documents", "Questions whose answers stand in documents that only a search finds")]
public sealed class DocumentQuestions : IEnvironment, IHasDocuments, IHasSolution, IHasDemonstrations, IReadsPrompts
{
    private const int LongestAnswer = 60;

    private readonly Corpus _corpus;
    private readonly DocumentsDemonstrator _demonstrator;
    private readonly Dictionary<string, Question> _questions;

    public DocumentQuestions(DocumentsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _corpus = new(options.Documents, options.Idle, Draw.From(options.Corpus));
        _demonstrator = new(options.Demonstrations, _corpus);
        _questions = _corpus.Direct.Concat(_corpus.Indirect).ToDictionary(question => question.Text, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Document> Documents => _corpus.Documents;

    public IReadOnlyList<FactDeclaration> Facts { get; } =
    [
        new("readable", 0, 1, "1 for an answer of the sort that was asked for: a number in digits alone, or a few words"),
        new("found", 0, 1, "the share of the sentences that it takes to know the answer which had been shown before it was given"),
    ];

    public Problem Pose(ulong seed, double difficulty)
    {
        var draw = Draw.From(seed);
        var questions = draw.At("hops").Uniform() < difficulty ? _corpus.Indirect : _corpus.Direct;
        return new DocumentsProblem(seed, difficulty, questions[draw.At("question").Below(questions.Count)]);
    }

    /// <summary>Correct is the answer as the document has it, apart from space around it and from capital letters.</summary>
    public Verdict Verify(Problem problem, Episode episode)
    {
        var question = ((DocumentsProblem)problem).Question;
        var found = new Fact("found", Found(question, episode));
        if (!episode.HasAnswer)
        {
            return Verdict.Wrong(null, "no answer", new("readable", 0), found);
        }

        var text = episode.Last.Text.Trim();
        if (!IsReadable(text, question.IsNumber))
        {
            return Verdict.Wrong(null, question.IsNumber ? "not a number in digits alone" : "not a few words", new("readable", 0), found);
        }

        return string.Equals(text, question.Answer, StringComparison.OrdinalIgnoreCase)
            ? Verdict.Correct(text, new("readable", 1), found)
            : Verdict.Wrong(text, "another answer", new("readable", 1), found);
    }

    public EquatableArray<Part> Solution(Problem problem) => [new TextPart(((DocumentsProblem)problem).Question.Answer)];

    public EquatableArray<Part> Demonstrate(Problem problem, Episode soFar, Draw draw) =>
        [_demonstrator.Say(((DocumentsProblem)problem).Question, soFar, draw)];

    public Problem? Read(string prompt, out string? error)
    {
        var question = _questions.GetValueOrDefault(prompt.Trim());
        error = question is null ? $"is no question that the documents answer; such as: {_corpus.Direct[0].Text}" : null;
        return question is null ? null : new DocumentsProblem(0, 1, question);
    }

    private static double Found(Question question, Episode episode)
    {
        string[] shown = [.. episode.Transcript
            .Where(segment => segment.Role == Role.Observed)
            .SelectMany(segment => segment.Parts.OfType<ResultPart>())
            .Select(result => result.Text)];
        return question.Path.Count(statement => shown.Any(text => text.Contains(statement.Sentence, StringComparison.Ordinal))) / (double)question.Path.Count;
    }

    private static bool IsReadable(string text, bool isNumber) => text.Length is > 0 and <= LongestAnswer
        && (isNumber ? text.All(char.IsAsciiDigit) : text.All(letter => char.IsAsciiLetter(letter) || letter is ' ' or '-'));
}
