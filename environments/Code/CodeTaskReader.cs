using System.Text.Json;
using System.Text.RegularExpressions;
using Lab.Core;

namespace Lab.Environments;

/// <summary>
/// Reads tasks: <c>{"prompt": "Add.", "signature": "f(a, b)", "visible": [{"arguments": [1, 2], "returns": 3}], "hidden": […],
/// "solution": "(a, b) => a + b"}</c>. Visible tests and the solution may be missing.
/// </summary>
internal static partial class CodeTaskReader
{
    private static readonly LineText s_text = new(transliterate: false);

    /// <exception cref="OptionException">The file cannot be used.</exception>
    public static JsonLines<CodeTask> Read(CodeOptions options, string path) =>
        new JsonLinesReader(nameof(options.Tasks), path, options.BadLines).Read(Line, Again);

    /// <summary>The tests of a member: objects with arguments, a list, and returns. None where there is no such member.</summary>
    /// <exception cref="BadLineException">It is something else.</exception>
    internal static EquatableArray<CodeTest> Tests(JsonElement line, string name) => !line.TryGetProperty(name, out var tests) ? []
        : tests.ValueKind == JsonValueKind.Array ? tests.EnumerateArray().Select((test, index) => Test(test, $"{name}[{index}]")).ToEquatableArray()
        : throw new BadLineException($"'{name}' is no list of tests");

    private static CodeTask Line(JsonElement line, int number)
    {
        var (prompt, signature) = (Required(line, "prompt"), Required(line, "signature"));
        var function = FunctionName.Of(Signature().Match(signature).Groups["name"].Value)
            ?? throw new BadLineException("'signature' names no function, as f(a, b) does");
        var visible = Tests(line, "visible");
        var hidden = Tests(line, "hidden");
        return new(
            number,
            s_text.Plain(string.Join('\n', [prompt, signature, .. visible.Select(test => $"{function}({test.Arguments[1..^1]})={test.Returns}")]), "visible") + '\n',
            function,
            visible,
            hidden.Count == 0 ? throw new BadLineException("has no hidden tests") : hidden,
            Text(line, "solution"));
    }

    // With the same tests one solution is as good as the other.
    private static CodeTask? Again(CodeTask first, CodeTask task) =>
        (task.Function, task.Hidden) == (first.Function, first.Hidden) ? task with { Solution = first.Solution } : null;

    private static string Required(JsonElement line, string name) => Text(line, name) ?? throw new BadLineException($"has no '{name}'");

    private static string? Text(JsonElement line, string name) => !line.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? s_text.Plain(value.GetString()!, name)
        : throw new BadLineException($"'{name}' is no text");

    private static CodeTest Test(JsonElement test, string path) =>
        test.ValueKind == JsonValueKind.Object
        && test.TryGetProperty("arguments", out var arguments) && arguments.ValueKind == JsonValueKind.Array
        && test.TryGetProperty("returns", out var returns)
            ? new(JsonSerializer.Serialize(arguments), JsonSerializer.Serialize(returns))
            : throw new BadLineException($"'{path}' has no arguments, a list, or no returns");

    [GeneratedRegex(@"^(?:function\s+)?(?<name>[A-Za-z0-9_]+)\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();
}
