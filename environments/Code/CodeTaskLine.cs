using System.Text.Json;
using System.Text.RegularExpressions;
using Lab.Core;

namespace Lab.Environments;

/// <summary>
/// Reads one task: <c>{"prompt": "Add.", "signature": "f(a, b)", "visible": [{"arguments": [1, 2], "returns": 3}], "hidden": […],
/// "solution": "(a, b) => a + b"}</c>. Visible tests and the solution may be missing.
/// </summary>
internal static partial class CodeTaskLine
{
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    /// <summary>The task, or null and what is wrong with the line.</summary>
    public static CodeTask? Read(string line, out string error)
    {
        try
        {
            using var document = JsonDocument.Parse(line, s_strict);
            error = "";
            return Read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            error = $"is not JSON: {wrong.Message}";
        }
        catch (FormatException wrong)
        {
            error = wrong.Message;
        }

        return null;
    }

    private static CodeTask Read(JsonElement task)
    {
        if (task.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("is no JSON object");
        }

        var signature = Text(task, "signature") ?? throw new FormatException("signature is missing");
        var name = Name().Match(signature);
        if (!name.Success)
        {
            throw new FormatException("signature must name a function, such as f(a, b)");
        }

        var visible = Tests(task, "visible");
        var hidden = Tests(task, "hidden");
        if (hidden.Count == 0)
        {
            throw new FormatException("hidden tests are missing");
        }

        var prompt = Text(task, "prompt") ?? throw new FormatException("prompt is missing");
        var function = name.Groups["name"].Value;
        var text = string.Join('\n', [prompt, signature, .. visible.Select(test => $"{function}({test.Arguments[1..^1]})={test.Returns}"), ""]);
        return text.All(PlainText.IsReadable)
            ? new(text, function, visible, hidden, Text(task, "solution"))
            : throw new FormatException("has a character that no policy can read: printable ASCII and line breaks are all there is");
    }

    private static string? Text(JsonElement task, string name) => !task.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text
        : throw new FormatException($"{name} must be a text");

    /// <summary>The tests of a member: objects with arguments, a list, and returns. None where there is no such member.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    internal static EquatableArray<CodeTest> Tests(JsonElement task, string name) => !task.TryGetProperty(name, out var tests) ? []
        : tests.ValueKind == JsonValueKind.Array ? tests.EnumerateArray().Select((test, index) => Test(test, $"{name}[{index}]")).ToEquatableArray()
        : throw new FormatException($"{name} must be a list of tests");

    private static CodeTest Test(JsonElement test, string path) =>
        test.ValueKind == JsonValueKind.Object
        && test.TryGetProperty("arguments", out var arguments) && arguments.ValueKind == JsonValueKind.Array
        && test.TryGetProperty("returns", out var returns)
            ? new(JsonSerializer.Serialize(arguments), JsonSerializer.Serialize(returns))
            : throw new FormatException($"{path} must have arguments, a list, and returns");

    [GeneratedRegex(@"^\s*(?:function\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*\(")]
    private static partial Regex Name();
}
