using System.Text.Json;

namespace Lab.Environments;

/// <summary>Reads the texts of a data file's line as a policy can read them.</summary>
/// <param name="transliterate">Whether what has a spelling in ASCII is written so.</param>
internal sealed class LineText(bool transliterate)
{
    // Together they stay below what a plugin may hand to a policy.
    private const int Longest = 20_000;

    /// <summary>The first there is of these members; null where there is none.</summary>
    public string? Optional(JsonElement line, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (line.TryGetProperty(name, out var value))
            {
                return Of(value, name);
            }
        }

        return null;
    }

    /// <summary>A text, a number, or a list of these, which is joined with commas.</summary>
    /// <exception cref="BadLineException">It is something else, or no policy can read it.</exception>
    public string Of(JsonElement value, string name) => Plain(value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Array
            ? throw new BadLineException($"'{name}' is a list of lists")
            : Of(item, name))),
        _ => throw new BadLineException($"'{name}' is neither text nor number"),
    }, name);

    /// <summary>The text without space around it.</summary>
    /// <exception cref="BadLineException">It is blank or too long, or has a character that no policy reads.</exception>
    public string Plain(string raw, string name)
    {
        var text = (transliterate ? PlainText.Transliterate(raw) : raw.Replace("\r\n", "\n", StringComparison.Ordinal)).Trim();
        return text.Length == 0 ? throw new BadLineException($"'{name}' is blank")
            : text.Length > Longest ? throw new BadLineException($"'{name}' has more than {Longest} characters")
            : PlainText.FirstOdd(text) is { } odd ? throw new BadLineException($"'{name}' has a character that no policy reads (U+{(int)odd:X4})")
            : text;
    }
}
