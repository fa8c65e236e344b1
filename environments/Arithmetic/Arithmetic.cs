using System.Globalization;
using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Sums such as <c>17*24=</c>, answered by a number alone.</summary>
[Environment("arithmetic", "Sums of two whole numbers, such as 17*24=")]
public sealed class Arithmetic(ArithmeticOptions options) : IEnvironment, IHasSolution, IHasDemonstrations, IReadsPrompts
{
    // Longer is no answer to anything posed or typed: operands have at most 40 digits.
    private const int LongestAnswer = 100;

    private readonly ArithmeticDemonstrator _demonstrator = new(options.Demonstrations);

    public IReadOnlyList<FactDeclaration> Facts { get; } =
    [
        new("closeness", 0, 1, "1 for the right answer, 1/(1+e) for a number with relative error e, 0 for no number"),
    ];

    public Problem Pose(ulong seed, double difficulty)
    {
        var draw = Draw.From(seed);
        var operation = options.Operations[draw.At("operation").Below(options.Operations.Count)];
        var left = Operand(0, 0, difficulty, draw.At("left"));
        var right = Operand(1, operation == Operation.Divide ? 1 : 0, difficulty, draw.At("right"));
        return new ArithmeticProblem(seed, difficulty, operation == Operation.Divide ? left * right : left, operation, right);
    }

    /// <summary>
    /// Correct is the answer's decimal digits, with a minus sign where it is negative, and nothing else: no spaces, no plus
    /// sign, no leading zeros, no words.
    /// </summary>
    public Verdict Verify(Problem problem, Episode episode)
    {
        if (episode.StopReason != StopReason.Answered || episode.Last.Role != Role.Said || episode.Last.Parts.Any(part => part is not TextPart))
        {
            return Verdict.Wrong(null, "no answer", Closeness(0));
        }

        var text = episode.Last.Text;
        if (!TryRead(text, out var number))
        {
            return Verdict.Wrong(null, "not a number in plain digits", Closeness(0));
        }

        var answer = ((ArithmeticProblem)problem).Answer;
        return number == answer
            ? Verdict.Correct(text, Closeness(1))
            : Verdict.Wrong(text, "another number", Closeness(1 / (1 + RelativeError(number, answer))));
    }

    public EquatableArray<Part> Solution(Problem problem) =>
        [new TextPart(((ArithmeticProblem)problem).Answer.ToString(CultureInfo.InvariantCulture))];

    public EquatableArray<Part> Demonstrate(Problem problem, Episode soFar, Draw draw) =>
        [_demonstrator.Say((ArithmeticProblem)problem, soFar, draw)];

    public Problem? Read(string prompt, out string? error) => ArithmeticPrompt.Read(prompt, out error);

    private BigInteger Operand(int index, long least, double difficulty, Draw draw)
    {
        var digits = 1 + (int)Math.Round((options.Digits[index] - 1) * difficulty);
        var low = digits == 1 ? least : Power(digits - 1);
        var size = draw.Between(low, Power(digits) - 1);
        return options.Signed && draw.At("sign").Below(2) == 1 ? -size : size;
    }

    private static long Power(int digits) => digits == 0 ? 1 : 10 * Power(digits - 1);

    private static bool TryRead(string text, out BigInteger number)
    {
        number = default;
        return text.Length <= LongestAnswer
            && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            && number.ToString(CultureInfo.InvariantCulture) == text;
    }

    // At least 2⁻⁵², so that no wrong number is rounded to the closeness of the right one.
    private static double RelativeError(BigInteger number, BigInteger answer) =>
        Math.Max(Math.BitIncrement(1.0) - 1, (double)BigInteger.Abs(number - answer) / Math.Max(1, (double)BigInteger.Abs(answer)));

    private static Fact Closeness(double value) => new("closeness", value);
}
