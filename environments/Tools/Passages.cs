using Lab.Core;

namespace Lab.Environments;

/// <summary>Documents in pieces short enough to be shown whole, each under its document's title.</summary>
internal static class Passages
{
    private static readonly char[] s_ends = ['.', '!', '?', ':', ';'];

    /// <summary>Cuts documents at the ends of sentences where there are any, else between words.</summary>
    /// <param name="documents">In order.</param>
    /// <param name="longest">Characters of a passage, its title included.</param>
    public static IReadOnlyList<Document> Of(IEnumerable<Document> documents, int longest) => [.. documents.SelectMany(document =>
    {
        // A title takes a third of the room at most, and none where the text says it anyway.
        var title = Shorten(Flat(document.Title), longest / 3);
        var text = Flat(document.Text);
        return Cut(text, longest - Show("", title).Length).Select(piece => new Document(title, piece));
    })];

    /// <summary>A passage as it is shown: the title before it, unless it begins with it.</summary>
    public static string Show(string text, string title) =>
        title.Length == 0 || (text.StartsWith(title, StringComparison.OrdinalIgnoreCase) && !(text.Length > title.Length && char.IsLetterOrDigit(text[title.Length])))
            ? text
            : $"{title}: {text}";

    /// <summary>The text, or what of it ends with a word and three dots and is no longer than that.</summary>
    public static string Shorten(string text, int longest)
    {
        const string More = "...";
        if (text.Length <= longest)
        {
            return text;
        }

        if (longest <= More.Length)
        {
            return "";
        }

        var room = longest - More.Length;
        var end = text[room] == ' ' ? room : text.LastIndexOf(' ', room - 1);
        return text[..(end > 0 ? end : room)].TrimEnd() + More;
    }

    private static IEnumerable<string> Cut(string text, int longest)
    {
        while (text.Length > longest)
        {
            var window = text.AsSpan(0, longest);
            var sentence = LastSentence(window);
            var word = window.LastIndexOf(' ');
            var end = sentence >= longest / 2 ? sentence : word > 0 ? word : longest;
            yield return text[..end].TrimEnd();
            text = text[end..].TrimStart();
        }

        if (text.Length > 0)
        {
            yield return text;
        }
    }

    /// <summary>Where the last whole sentence of a text ends; 0 for none.</summary>
    private static int LastSentence(ReadOnlySpan<char> text)
    {
        for (var at = text.Length - 1; at > 0; at--)
        {
            if (text[at] == ' ' && s_ends.Contains(text[at - 1]))
            {
                return at;
            }
        }

        return 0;
    }

    // One line, one space between words, printable ASCII.
    private static string Flat(string text) => string.Join(' ', PlainText.Force(text).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
