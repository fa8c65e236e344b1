using System.Globalization;
using System.Text;

namespace Lab.Experiments;

/// <summary>
/// Builds markup out of text that may be hostile: what means something to HTML is escaped, and what cannot be seen (control
/// signs, marks that turn the direction of writing) is spelt out, so that a page shows what is there.
/// </summary>
internal sealed class EscapedText(int capacity)
{
    private readonly StringBuilder _markup = new(capacity);

    public void AppendVerbatim(string markup) => _markup.Append(markup);

    /// <summary>Appends text that is neither markup nor trusted; a half of a surrogate pair becomes U+FFFD.</summary>
    public void Append(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => _markup.Append("&amp;"),
                '<' => _markup.Append("&lt;"),
                '>' => _markup.Append("&gt;"),
                '"' => _markup.Append("&quot;"),
                '\'' => _markup.Append("&#39;"),
                _ when IsSeen(rune) => _markup.Append(rune.ToString()),
                _ => _markup.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}"),
            };
        }
    }

    public override string ToString() => _markup.ToString();

    private static bool IsSeen(Rune rune) => rune.Value == '\n' || Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
