using System.Globalization;
using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Sums such as <c>17*24=</c> or <c>(3+4)*12-5=</c>, answered by a number alone.</summary>
[Environment("arithmetic", "Sums of two or more whole numbers, such as 17*24= or (3+4)*12-5=")]
public sealed class Arithmetic(ArithmeticOptions options) : IEnvironment, IHasSolution, IHasDemonstrations, IReadsPrompts
{
    // Longer is no answer to anything posed or typed: a product has no more digits than its factors together.
    private const int LongestAnswer = TermReader.Longest;

    private readonly ArithmeticDemonstrator _demonstrator = new(options.Demonstrations);

    public IReadOnlyList<FactDeclaration> Facts { get; } =
    [
        new("closeness", 0, 1, "1 for the right answer, 1/(1+e) for a number with relative error e, 0 for no number"),
        new("readable", 0, 1, "1 where the answer is a number, right or not, else 0"),
    ];

    public Problem Pose(ulong seed, double difficulty)
    {
        if (!options.IsSingle)
        {
            return ArithmeticTerms.Pose(options, seed, difficulty);
        }

        var draw = Draw.From(seed);
        var operation = options.Operations[draw.At("operation").Below(options.Operations.Count)];
        var left = options.Operand(0, 0, difficulty, draw.At("left"));
        var right = options.Operand(1, operation == Operation.Divide ? 1 : 0, difficulty, draw.At("right"));
        return ArithmeticProblem.Of(seed, difficulty, operation == Operation.Divide ? left * right : left, operation, right);
    }

    /// <summary>
    /// Correct is the answer's decimal digits, with a minus sign where it is negative, and nothing else: no spaces, no plus
    /// sign, no leading zeros, no words.
    /// </summary>
    public Verdict Verify(Problem problem, Episode episode)
    {
        if (!episode.HasAnswer)
        {
            return Verdict.Wrong(null, "no answer", Known(0, false));
        }

        var text = episode.Last.Text;
        if (!TryRead(text, out var number))
        {
            return Verdict.Wrong(null, "not a number in plain digits", Known(0, false));
        }

        var answer = ((ArithmeticProblem)problem).Answer;
        return number == answer
            ? Verdict.Correct(text, Known(1, true))
            : Verdict.Wrong(text, "another number", Known(Closeness.Of(number, answer), true));

        static Fact[] Known(double closeness, bool readable) => [new("closeness", closeness), new("readable", readable ? 1 : 0)];
    }

    public EquatableArray<Part> Solution(Problem problem) =>
        [new TextPart(((ArithmeticProblem)problem).Answer.ToString(CultureInfo.InvariantCulture))];

    public EquatableArray<Part> Demonstrate(Problem problem, Episode soFar, Draw draw) =>
        [_demonstrator.Say((ArithmeticProblem)problem, soFar, draw)];

    public Problem? Read(string prompt, out string? error) => options.IsSingle ? ArithmeticPrompt.Read(prompt, out error) : ArithmeticTerms.Read(prompt, out error);

    private static bool TryRead(string text, out BigInteger number)
    {
        number = default;
        return text.Length <= LongestAnswer
            && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            && number.ToString(CultureInfo.InvariantCulture) == text;
    }
}
