using Lab.Core;

namespace Lab.Environments;

/// <summary>Someone who looks things up as flawed as their habits say.</summary>
internal sealed class DocumentsDemonstrator(DocumentsHabits habits, Corpus corpus)
{
    /// <summary>The next thing said: a search, or the answer.</summary>
    public Part Say(Question question, Episode soFar, Draw draw)
    {
        if (soFar.Last.Parts is not [ResultPart result])
        {
            return draw.At("tool").Uniform() < habits.ToolShare ? Search(question.Path[0], draw.At("query").At(0)) : Guess(question, draw);
        }

        // Calls and steps of the path go together: who does not find a step gives up.
        var step = soFar.Calls - 1;
        return !result.Text.Contains(question.Path[step].Sentence, StringComparison.Ordinal) ? Guess(question, draw)
            : step + 1 < question.Path.Count ? Search(question.Path[step + 1], draw.At("query").At(step + 1))
            : new TextPart(draw.At("misread").Uniform() < habits.Misread ? Slip(question.Answer, 0, draw.At("slip")) : question.Answer);
    }

    private CallPart Search(Statement statement, Draw draw) => new(habits.Tool, draw.Uniform() < habits.BadQuery
        ? Slip(statement.Subject, statement.Subject.LastIndexOf(' ') + 1, draw.At("slip")) + $" {statement.Relation.Word}"
        : statement.Query);

    private TextPart Guess(Question question, Draw draw)
    {
        string[] values = [.. corpus.Values[question.Path[^1].Relation].Distinct()];
        return new(values[draw.At("guess").Below(values.Length)]);
    }

    /// <summary>The text with one letter replaced by another, or one digit by another, and no leading zero.</summary>
    private static string Slip(string text, int from, Draw draw)
    {
        var at = from + draw.Below(text.Length - from);
        var others = (char.IsAsciiDigit(text[at]) ? "123456789" : "abcdefghijklmnopqrstuvwxyz").Where(other => other != char.ToLowerInvariant(text[at])).ToArray();
        return $"{text[..at]}{others[draw.Below(others.Length, 1)]}{text[(at + 1)..]}";
    }
}
