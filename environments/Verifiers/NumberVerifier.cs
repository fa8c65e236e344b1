using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

/// <summary>When a number counts as the right one.</summary>
public sealed record NumberOptions : VerifierOptions
{
    [Description("How far the number may be off.")]
    [Range(0.0, 1e9)]
    public double Absolute { get; init; }

    [Description("How far the number may be off, as a share of the right one. The larger of the two counts.")]
    [Range(0.0, 1.0)]
    public double Relative { get; init; }

    [Description("Whether the number may stand among words: then the last one in the last line counts. Else the last line is the number alone.")]
    public bool Anywhere { get; init; }
}

/// <summary>
/// The last line that is not blank must be the number, in any of the forms of the data file: <c>72</c>, <c>$72.00</c>,
/// <c>1,234.5</c>, <c>3/4</c>, <c>#### 72</c>, <c>72.</c>
/// </summary>
/// <remarks>Of an answer with <c>####</c>, as GSM8K's, what follows the last one counts. Closeness is 1/(1+e) with relative error e.</remarks>
[Verifier("number", "A number, exact or with tolerance; GSM8K's answers are understood")]
public sealed class NumberVerifier(NumberOptions options) : IAnswerVerifier
{
    private const string Mark = "####";

    public FactDeclaration Nearness { get; } = new("closeness", 0, 1, "1 for the right number, 1/(1+e) for one with relative error e");

    public RightAnswer? Read(WrittenAnswer written, out string? error)
    {
        var mark = written.Text.LastIndexOf(Mark, StringComparison.Ordinal);
        var text = (mark < 0 ? written.Text : written.Text[(mark + Mark.Length)..]).Trim();
        var value = WrittenNumber.Read(text);
        error = value is null ? $"'{Excerpt.Of(text)}' is no number" : null;
        return value is { } number ? new RightNumber(Write(text), number) : null;
    }

    public AnswerVerdict Verify(RightAnswer right, string said)
    {
        var line = LastLine.Of(said);
        var (value, text) = options.Anywhere
            ? WrittenNumber.Last(line) is { } last ? (last.Value, last.Text) : (default(Rational?), line)
            : (WrittenNumber.Read(line), line);
        if (value is not { } number)
        {
            return AnswerVerdict.Wrong(null, options.Anywhere ? "the last line has no number" : "the last line is no number alone");
        }

        var expected = ((RightNumber)right).Value;
        if (number == expected)
        {
            return AnswerVerdict.Correct(text);
        }

        var off = Math.Abs(ToDouble(number - expected));
        var size = Math.Abs(ToDouble(expected));
        return off <= Math.Max(options.Absolute, options.Relative * size)
            ? AnswerVerdict.Correct(text)
            : AnswerVerdict.Wrong(text, "another number", Closeness.Of(number, expected));
    }

    // What a policy learns to say: the digits, without what people put around them.
    private static string Write(string text) => text.TrimEnd('.').Replace("$", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);

    private static double ToDouble(Rational value) => (double)value.Numerator / (double)value.Denominator;

    private sealed record RightNumber(string Text, Rational Value) : RightAnswer(Text);
}
