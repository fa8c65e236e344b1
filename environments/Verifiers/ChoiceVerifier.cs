using System.Globalization;
using Lab.Core;

namespace Lab.Environments;

public sealed record ChoiceOptions : VerifierOptions;

/// <summary>
/// The last line that is not blank must be the letter of the right choice, small or capital: <c>B</c>, <c>(B)</c>, <c>B)</c> or <c>B.</c>
/// </summary>
/// <remarks>In the data file the answer is the letter, the choice's text, or its number from 0. Where these differ it is none.</remarks>
[Verifier("choice", "The letter of one of the choices that the line gives")]
public sealed class ChoiceVerifier : IAnswerVerifier
{
    /// <summary>Most choices: one for each letter.</summary>
    public const int Most = 26;

    // It has no options of its own; the constructor is where the catalogue sees which record is its.
    public ChoiceVerifier(ChoiceOptions options) => ArgumentNullException.ThrowIfNull(options);

    public RightAnswer? Read(WrittenAnswer written, out string? error)
    {
        if (written.Choices.Count is < 2 or > Most)
        {
            error = $"needs from 2 to {Most} choices";
            return null;
        }

        int[] meant = [.. Meant(written.Text.Trim(), written.Choices).Distinct()];
        error = meant.Length switch
        {
            0 => $"'{Excerpt.Of(written.Text)}' is none of the choices",
            > 1 => $"'{Excerpt.Of(written.Text)}' can mean {string.Join(" or ", meant.Select(Letter))}",
            _ => null,
        };
        return error is null ? new(Letter(meant[0])) : null;
    }

    public AnswerVerdict Verify(RightAnswer right, string said)
    {
        var line = LastLine.Of(said);
        var inner = line is ['(', _, ')'] ? line[1..2] : line is [_, ')' or '.'] ? line[..1] : line;
        return inner is not [var letter] || !char.IsAsciiLetter(letter) ? AnswerVerdict.Wrong(null, "the last line is no letter alone")
            : $"{char.ToUpperInvariant(letter)}" is var answer && answer == right.Text ? AnswerVerdict.Correct(answer)
            : AnswerVerdict.Wrong(answer, "another choice");
    }

    /// <summary>The letter of a choice, which the prompt shows before it.</summary>
    internal static string Letter(int choice) => $"{(char)('A' + choice)}";

    private static IEnumerable<int> Meant(string text, EquatableArray<string> choices)
    {
        for (var choice = 0; choice < choices.Count; choice++)
        {
            if (string.Equals(text, Letter(choice), StringComparison.OrdinalIgnoreCase)
                || text == choices[choice].Trim()
                || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == choice))
            {
                yield return choice;
            }
        }
    }
}
