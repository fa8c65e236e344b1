using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Lab.Core;

namespace Lab.Environments;

/// <summary>What is tested, and what a program may use.</summary>
public sealed record CodeTestsOptions : VerifierOptions
{
    [Description("What the function may be declared under; else it is the value that the program ends with. A line's own member 'function' comes first.")]
    [RegularExpression("[A-Za-z_][A-Za-z0-9_]{0,99}")]
    public string Function { get; init; } = "f";

    [Description("What each test of an answer may use.")]
    public ProgramLimits Limits { get; init; } = new();
}

/// <summary>
/// Everything that is said must be a JavaScript program whose function passes the line's <c>tests</c>, such as
/// <c>[{"arguments": [1, 2], "returns": 3}]</c>, each in a fresh engine of the sandbox. The line's answer is a program that does.
/// </summary>
/// <remarks>Closeness is the share of tests passed.</remarks>
[Verifier("code", "A JavaScript function that passes the line's tests")]
public sealed class CodeVerifier(CodeTestsOptions options, ISandbox sandbox) : IAnswerVerifier, IReadiness
{
    private readonly SandboxLimits _limits = options.Limits.ToLimits();

    public RightAnswer? Read(WrittenAnswer written, out string? error)
    {
        try
        {
            var tests = CodeTaskLine.Tests(written.Line, "tests");
            error = tests.Count == 0 ? "has no tests" : written.Text.Length > _limits.Source ? $"has more than {_limits.Source} characters" : null;
            return error is null ? new RightProgram(written.Text, Function(written.Line), tests) : null;
        }
        catch (FormatException wrong)
        {
            error = wrong.Message;
            return null;
        }
    }

    public AnswerVerdict Verify(RightAnswer right, string said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var program = (RightProgram)right;
        var results = sandbox.Call(said, program.Function, [.. program.Tests.Select(test => test.Arguments)], _limits);
        var passed = program.Tests.Zip(results).Count(pair => pair.First.IsPassedBy(pair.Second));
        if (passed == program.Tests.Count)
        {
            return AnswerVerdict.Correct(said);
        }

        var failed = results.FirstOrDefault(result => result.Outcome != SandboxOutcome.Returned);
        var isProgram = failed is not ({ Outcome: SandboxOutcome.Malformed } or { Text: "source" });
        return AnswerVerdict.Wrong(
            isProgram ? said : null,
            string.Create(CultureInfo.InvariantCulture, $"{passed} of {program.Tests.Count} tests passed{(failed.Text is null ? "" : $"; {LimitText.Of(failed)}")}"),
            (double)passed / program.Tests.Count);
    }

    public string? NotReady() => sandbox.NotReady();

    private string Function(JsonElement line) => !line.TryGetProperty("function", out var name) ? options.Function
        : name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 and <= 100 } text ? text
        : throw new FormatException("'function' is no name");

    private sealed record RightProgram(string Text, string Function, EquatableArray<CodeTest> Tests) : RightAnswer(Text);
}
