using System.Text.Json;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Reads a line of a data file, or says in a few words why it cannot be used.</summary>
internal sealed class LineReader(DatasetOptions options, IAnswerVerifier verifier)
{
    // Together they stay below what a plugin may hand to a policy.
    private const int LongestText = 20_000;
    private const int LongestLine = 1 << 20;

    private static readonly JsonDocumentOptions s_strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private readonly string[] _prompts = options.Prompt is { } prompt ? [prompt] : ["prompt", "question", "problem"];
    private readonly string[] _answers = options.Answer is { } answer ? [answer] : ["answer", "solution", "target"];

    /// <param name="bytes">The line, without its end.</param>
    /// <param name="number">From 1.</param>
    /// <param name="error">Why it cannot be used; null where it can.</param>
    public DatasetLine? Read(ReadOnlyMemory<byte> bytes, int number, out string? error)
    {
        try
        {
            error = null;
            return bytes.Length > LongestLine ? throw new BadLineException($"is longer than {LongestLine} bytes") : Read(bytes, number);
        }
        catch (BadLineException bad)
        {
            error = bad.Message;
        }
        catch (JsonException)
        {
            error = "is no JSON object";
        }
        catch (InvalidOperationException)
        {
            // A string of bytes that are no UTF-8, or with half a character.
            error = "holds text that is not Unicode";
        }

        return null;
    }

    private DatasetLine Read(ReadOnlyMemory<byte> bytes, int number)
    {
        using var document = JsonDocument.Parse(bytes, s_strict);
        var line = document.RootElement;
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new BadLineException("is no JSON object");
        }

        var (prompt, answer) = (Text(line, _prompts)!, Text(line, _answers)!);
        var choices = Choices(line);
        var right = verifier.Read(new(answer, choices, line), out var wrong) ?? throw new BadLineException($"answer: {wrong}");
        var worked = Text(line, ["worked", "demonstration"], required: false) ?? (answer.Contains("####", StringComparison.Ordinal) ? answer : null);
        return new(number, DatasetLine.Tell(prompt, choices), right, worked);
    }

    private string? Text(JsonElement line, string[] names, bool required = true)
    {
        foreach (var name in names)
        {
            if (line.TryGetProperty(name, out var value))
            {
                return Text(value, name);
            }
        }

        return required ? throw new BadLineException(names.Length == 1 ? $"has no '{Excerpt.Of(names[0])}'" : $"has none of {string.Join(", ", names)}") : null;
    }

    private string Text(JsonElement value, string name)
    {
        var raw = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Array
                ? throw new BadLineException($"'{name}' is a list of lists")
                : Text(item, name))),
            _ => throw new BadLineException($"'{name}' is neither text nor number"),
        };
        var text = (options.Transliterate ? PlainText.Transliterate(raw) : raw.Replace("\r\n", "\n", StringComparison.Ordinal)).Trim();
        return text.Length == 0 ? throw new BadLineException($"'{name}' is blank")
            : text.Length > LongestText ? throw new BadLineException($"'{name}' has more than {LongestText} characters")
            : PlainText.FirstOdd(text) is { } odd ? throw new BadLineException($"'{name}' has a character that no policy reads (U+{(int)odd:X4})")
            : text;
    }

    private EquatableArray<string> Choices(JsonElement line)
    {
        if (!line.TryGetProperty("choices", out var choices) && !line.TryGetProperty("options", out choices))
        {
            return [];
        }

        return choices.ValueKind != JsonValueKind.Array ? throw new BadLineException("'choices' is no list")
            : choices.GetArrayLength() > ChoiceVerifier.Most ? throw new BadLineException($"has more than {ChoiceVerifier.Most} choices")
            : [.. choices.EnumerateArray().Select(choice => choice.ValueKind == JsonValueKind.Array ? throw new BadLineException("'choices' is a list of lists") : Text(choice, "choices").ReplaceLineEndings(" "))];
    }

    private sealed class BadLineException(string message) : Exception(message);
}
