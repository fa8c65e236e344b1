using System.ComponentModel;
using Lab.Core;

namespace Lab.Environments;

/// <summary>When a text counts as the right one.</summary>
public sealed record TextOptions : VerifierOptions
{
    [Description("Whether capital and small letters are the same.")]
    public bool IgnoreCase { get; init; }
}

/// <summary>Everything that is said must be the answer, apart from space before and after it.</summary>
[Verifier("text", "A text, exactly, apart from space around it")]
public sealed class TextVerifier(TextOptions options) : IAnswerVerifier
{
    private const int Longest = 1000;

    public RightAnswer? Read(WrittenAnswer written, out string? error)
    {
        var text = written.Text.Trim();
        error = text.Length switch { 0 => "is blank", > Longest => $"has more than {Longest} characters", _ => null };
        return error is null ? new(text) : null;
    }

    public AnswerVerdict Verify(RightAnswer right, string said)
    {
        var text = said.Trim();
        return text.Length is 0 or > Longest ? AnswerVerdict.Wrong(null, text.Length == 0 ? "no answer" : "longer than any answer")
            : string.Equals(text, right.Text, options.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) ? AnswerVerdict.Correct(text)
            : AnswerVerdict.Wrong(text, "another text");
    }
}
