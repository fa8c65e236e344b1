using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>A change of a file from the command line, made before the file is checked: <c>--set path=value</c>.</summary>
internal sealed partial class Override
{
    private const int LongestPath = 16;

    private readonly JsonEdit _edit;

    private Override(JsonEdit edit) => _edit = edit;

    /// <summary>
    /// Reads <c>environment.digits=[3,3]</c>, <c>stages[1].iterations=5</c> or <c>stages.reinforce.iterations=5</c>, where an
    /// item is called by its name or kind. A value that is no JSON is a string.
    /// </summary>
    /// <exception cref="InvalidInputException">It is none of these.</exception>
    public static Override Parse(string text)
    {
        var source = $"--set {Excerpt.Of(text)}";
        var match = Form().Match(text);
        if (!match.Success || match.Groups["step"].Captures.Count > LongestPath)
        {
            throw new InvalidInputException(source, "expected path=value, such as seed=7 or stages[0].learningRate=0.001");
        }

        var steps = match.Groups["step"].Captures.Select(step => step.Value[0] == '['
            ? new JsonEdit.Step("", int.Parse(step.ValueSpan[1..^1], CultureInfo.InvariantCulture))
            : new JsonEdit.Step(step.Value, null));
        return new(new(source, [.. steps], Value(match.Groups["value"].Value, source)));
    }

    /// <summary>The document with the change made.</summary>
    /// <exception cref="InvalidInputException">The path leads nowhere.</exception>
    public JsonElement Apply(JsonElement document) => _edit.Apply(document);

    private static JsonElement Value(string text, string source)
    {
        try
        {
            using var document = SourceText.Parse(text, source);
            return document.RootElement.Clone();
        }
        catch (InvalidInputException) when (text.TrimStart() is not ['[' or '{' or '"', ..])
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }

    [GeneratedRegex(@"\A(?<step>[^.\[\]=]+)(?:\.(?<step>[^.\[\]=]+)|(?<step>\[\d{1,6}\]))*=(?<value>.*)\z", RegexOptions.Singleline)]
    private static partial Regex Form();
}
