using System.Text.Json;

namespace Lab.Core;

/// <summary>Decides whether what was said is a known right answer. Thread-safe; the same answer has the same verdict, and nothing that is said makes it throw.</summary>
public interface IAnswerVerifier
{
    /// <summary>The fact that tells how near a wrong answer came: what it is called, from 0 to 1, and what it means.</summary>
    FactDeclaration Nearness => new("closeness", 0, 1, "1 for the right answer, less for one that comes near");

    /// <summary>Right answers as a data file may have them, which <c>lab check</c> reads and then says; at least one.</summary>
    IReadOnlyList<WrittenAnswer> Examples => [new("72", ["72", "408"])];

    /// <summary>Reads the right answer as a data file has it.</summary>
    /// <param name="written">The answer, and what stands beside it.</param>
    /// <param name="error">Why it is none, in a few words; null where it is one.</param>
    RightAnswer? Read(WrittenAnswer written, out string? error);

    /// <summary>Decides.</summary>
    /// <param name="right">What <see cref="Read"/> made of the right answer.</param>
    /// <param name="said">All that was said last.</param>
    AnswerVerdict Verify(RightAnswer right, string said);
}

/// <summary>A right answer as somebody wrote it down.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Choices">What there was to choose from; empty for an open question.</param>
/// <param name="Line">The whole JSON object, for members that a verifier has of its own; it is gone once the answer was read.</param>
public sealed record WrittenAnswer(string Text, EquatableArray<string> Choices, JsonElement Line = default);

/// <summary>A right answer that was read. A verifier may derive one of its own with more in it.</summary>
/// <param name="Text">What to say to be right, and no more.</param>
public record RightAnswer(string Text);

/// <summary>What a verifier decided.</summary>
/// <param name="Outcome">Undecided only where the lab itself failed.</param>
/// <param name="Answer">The answer as parsed, of at most 50 000 characters; null where none was found.</param>
/// <param name="Reason">What failed, where it is not correct.</param>
/// <param name="Closeness">From 0 to 1, which is right: the value of <see cref="IAnswerVerifier.Nearness"/>.</param>
public sealed record AnswerVerdict(Outcome Outcome, string? Answer, string? Reason, double Closeness)
{
    public static AnswerVerdict Correct(string answer) => new(Outcome.Correct, answer, null, 1);

    public static AnswerVerdict Wrong(string? answer, string reason, double closeness = 0) => new(Outcome.Wrong, answer, reason, closeness);
}
