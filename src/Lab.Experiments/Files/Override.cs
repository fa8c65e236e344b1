using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>A change of a file, made before the file is checked: <c>--set path=value</c>, or a variant's path and value.</summary>
internal sealed partial class Override
{
    private const int LongestPath = 16;

    private readonly JsonEdit _edit;

    private Override(JsonEdit edit, string root) => (_edit, Root) = (edit, root);

    /// <summary>The member of the file that it changes, or changes something in.</summary>
    public string Root { get; }

    /// <summary>
    /// Reads <c>environment.digits=[3,3]</c>, <c>stages[1].iterations=5</c> or <c>stages.reinforce.iterations=5</c>, where an
    /// item is called by its name or kind. A value that is no JSON is a string.
    /// </summary>
    /// <exception cref="InvalidInputException">It is none of these.</exception>
    public static Override Parse(string text)
    {
        var source = $"--set {Excerpt.Of(text)}";
        var split = text.IndexOf('=', StringComparison.Ordinal);
        return split > 0 && Steps(text[..split]) is { } steps
            ? new(new(source, steps, Value(text[(split + 1)..], source)), steps[0].Name)
            : throw new InvalidInputException(source, "expected path=value, such as seed=7 or stages[0].learningRate=0.001");
    }

    /// <summary>The change of what a path leads to, into a value.</summary>
    /// <param name="path">As on the command line.</param>
    /// <param name="value">Any JSON.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <exception cref="InvalidInputException">It is no path.</exception>
    public static Override Of(string path, JsonElement value, string source) => Steps(path) is { } steps
        ? new(new(source, steps, value), steps[0].Name)
        : throw new InvalidInputException(source, "expected a path, such as policy.layers or stages.reinforce.algorithm");

    /// <summary>The document with the change made.</summary>
    /// <exception cref="InvalidInputException">The path leads nowhere.</exception>
    public JsonElement Apply(JsonElement document) => _edit.Apply(document);

    /// <inheritdoc cref="JsonEdit.Apply(JsonElement, out JsonPath)"/>
    public JsonElement Apply(JsonElement document, out JsonPath changed) => _edit.Apply(document, out changed);

    private static JsonEdit.Step[]? Steps(string path)
    {
        var match = Form().Match(path);
        return !match.Success || match.Groups["step"].Captures.Count > LongestPath ? null :
        [
            .. match.Groups["step"].Captures.Select(step => step.Value[0] == '['
                ? new JsonEdit.Step("", int.Parse(step.ValueSpan[1..^1], CultureInfo.InvariantCulture))
                : new JsonEdit.Step(step.Value, null)),
        ];
    }

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

    [GeneratedRegex(@"\A(?<step>[^.\[\]=]+)(?:\.(?<step>[^.\[\]=]+)|(?<step>\[\d{1,6}\]))*\z")]
    private static partial Regex Form();
}
