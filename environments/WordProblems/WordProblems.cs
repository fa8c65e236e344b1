using Lab.Core;

namespace Lab.Environments;

/// <summary>Short stories with a question such as how many are left, answered by a number alone.</summary>
[Environment("word-problems", "Short stories with numbers and a question, in two to four steps")]
public sealed class WordProblems(WordProblemsOptions options) : IEnvironment, IHasSolution, IHasDemonstrations
{
    private readonly WordProblemsDemonstrator _demonstrator = new(options.Demonstrations);

    private readonly IStoryFamily[] _families = [.. options.Families.Select(name => Stories.All.Single(family => family.Name == name))];

    public IReadOnlyList<FactDeclaration> Facts { get; } =
    [
        new("closeness", 0, 1, "1 for the right answer, 1/(1+e) for a number with relative error e, 0 for no number"),
        new("readable", 0, 1, "1 where the answer is a number, right or not, else 0"),
        new("steps", WordProblemsOptions.FewestSteps, WordProblemsOptions.MostSteps, "operations that the answer takes"),
    ];

    public Problem Pose(ulong seed, double difficulty)
    {
        var draw = Draw.From(seed);
        var family = _families[draw.At("family").Below(_families.Length)];
        var most = options.Steps[0] + (int)Math.Round((options.Steps[1] - options.Steps[0]) * difficulty);
        var steps = (int)draw.At("steps").Between(options.Steps[0], most);
        var scene = new Scene(draw.At("scene"), steps, 1 + ((options.Size - 1) * difficulty), options.Halves);
        var story = family.Tell(scene);
        var sentences = story.Sentences.ToList();
        if (draw.At("distractor").Uniform() < options.Distractors)
        {
            sentences.Insert(draw.At("place").Below(sentences.Count + 1), Distractors.Of(scene));
        }

        return new WordProblem(seed, difficulty, family.Name, string.Join(' ', [.. sentences, story.Question]), story.Answer, steps);
    }

    /// <summary>
    /// Correct is the answer in decimal digits, with a fraction only where it must be, and nothing else: no unit, no spaces, no
    /// plus sign, no leading zeros, no trailing ones after a point.
    /// </summary>
    public Verdict Verify(Problem problem, Episode episode)
    {
        var posed = (WordProblem)problem;
        if (!episode.HasAnswer)
        {
            return Verdict.Wrong(null, "no answer", Known(0, false));
        }

        var text = episode.Last.Text;
        return Decimals.Read(text) is not { } number ? Verdict.Wrong(null, "not a number in plain digits", Known(0, false))
            : number == posed.Answer ? Verdict.Correct(text, Known(1, true))
            : Verdict.Wrong(text, "another number", Known(Closeness.Of(number, posed.Answer), true));

        Fact[] Known(double closeness, bool readable) => [new("closeness", closeness), new("readable", readable ? 1 : 0), new("steps", posed.Steps)];
    }

    public EquatableArray<Part> Solution(Problem problem) => [new TextPart(Decimals.Write(((WordProblem)problem).Answer)!)];

    public EquatableArray<Part> Demonstrate(Problem problem, Episode soFar, Draw draw) =>
        [_demonstrator.Say((WordProblem)problem, soFar, draw)];
}
