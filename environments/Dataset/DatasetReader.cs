using System.Text.Json;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Reads questions with their answers.</summary>
internal sealed class DatasetReader(DatasetOptions options, IAnswerVerifier verifier)
{
    private readonly string[] _prompts = options.Prompt is { } prompt ? [prompt] : ["prompt", "question", "problem"];
    private readonly string[] _answers = options.Answer is { } answer ? [answer] : ["answer", "solution", "target"];
    private readonly LineText _text = new(options.Transliterate);

    /// <exception cref="OptionException">The file cannot be used.</exception>
    public JsonLines<DatasetLine> Read() => new JsonLinesReader(nameof(options.File), options.File, options.BadLines).Read(Line, Again);

    private DatasetLine Line(JsonElement line, int number)
    {
        var (prompt, answer) = (Required(line, _prompts), Required(line, _answers));
        var choices = Choices(line);
        var right = verifier.Read(new(answer, choices, line), out var wrong) ?? throw new BadLineException($"answer: {wrong}");
        var worked = _text.Optional(line, "worked", "demonstration") ?? (answer.Contains("####", StringComparison.Ordinal) ? answer : null);
        return new(number, DatasetLine.Tell(prompt, choices), right, worked);
    }

    // Whether 72 and 72.0 are one answer is the verifier's to say; the first one is what is said from then on.
    private DatasetLine? Again(DatasetLine first, DatasetLine line) =>
        first.Right.Text == line.Right.Text ? line
        : Accepts(first.Right, line.Right) && Accepts(line.Right, first.Right) ? line with { Right = first.Right }
        : null;

    private bool Accepts(RightAnswer right, RightAnswer other) => verifier.Verify(right, other.Text).Outcome == Outcome.Correct;

    private string Required(JsonElement line, string[] names) => _text.Optional(line, names)
        ?? throw new BadLineException(names.Length == 1 ? $"has no '{Excerpt.Of(names[0])}'" : $"has none of {string.Join(", ", names)}");

    private EquatableArray<string> Choices(JsonElement line)
    {
        if (!line.TryGetProperty("choices", out var choices) && !line.TryGetProperty("options", out choices))
        {
            return [];
        }

        return choices.ValueKind != JsonValueKind.Array ? throw new BadLineException("'choices' is no list")
            : choices.GetArrayLength() > ChoiceVerifier.Most ? throw new BadLineException($"has more than {ChoiceVerifier.Most} choices")
            : [.. choices.EnumerateArray().Select(choice => choice.ValueKind == JsonValueKind.Array ? throw new BadLineException("'choices' is a list of lists") : _text.Of(choice, "choices").ReplaceLineEndings(" "))];
    }
}
