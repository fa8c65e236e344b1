using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Lab.Core;

namespace Lab.Environments;

/// <summary>What is tested, and what a program may use.</summary>
public sealed record CodeTestsOptions : VerifierOptions, IValidatableObject
{
    [Description("What the function may be declared under; else it is the value that the program ends with. A line's own member 'function' comes first.")]
    [RegularExpression(FunctionName.Pattern)]
    public string Function { get; init; } = "f";

    [Description("What each test of an answer may use.")]
    public ProgramLimits Limits { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FunctionName.Of(Function) is null)
        {
            yield return new("must be a name that a program can declare, and has not without that", [nameof(Function)]);
        }
    }
}

/// <summary>
/// Everything that is said must be a JavaScript program whose function passes the line's <c>tests</c>, such as
/// <c>[{"arguments": [1, 2], "returns": 3}]</c>. The line's answer is a program that does.
/// </summary>
[Verifier("code", "A JavaScript function that passes the line's tests")]
public sealed class CodeVerifier(CodeTestsOptions options, ISandbox sandbox) : IAnswerVerifier, IReadiness
{
    private readonly TestedProgram _tested = new(sandbox, options.Limits.ToLimits());

    public FactDeclaration Nearness => TestedProgram.Share;

    public IReadOnlyList<WrittenAnswer> Examples { get; } =
        [new("(a, b) => a + b", [], JsonElement.Parse("""{"tests": [{"arguments": [1, 2], "returns": 3}, {"arguments": [-1, 1], "returns": 0}]}"""))];

    public RightAnswer? Read(WrittenAnswer written, out string? error)
    {
        try
        {
            var tests = written.Line.ValueKind == JsonValueKind.Object ? CodeTaskReader.Tests(written.Line, "tests") : [];
            error = tests.Count == 0 ? "has no tests" : written.Text.Length > options.Limits.Source ? $"has more than {options.Limits.Source} characters" : null;
            return error is null ? new RightProgram(written.Text, Function(written.Line), tests) : null;
        }
        catch (BadLineException wrong)
        {
            error = wrong.Message;
            return null;
        }
    }

    public AnswerVerdict Verify(RightAnswer right, string said)
    {
        var program = (RightProgram)right;
        return _tested.Decide(said, program.Function, program.Tests);
    }

    public string? NotReady() => sandbox.NotReady();

    private string Function(JsonElement line) => !line.TryGetProperty("function", out var name) ? options.Function
        : (name.ValueKind == JsonValueKind.String ? FunctionName.Of(name.GetString()!) : null)
            ?? throw new BadLineException("'function' is no name that a program can declare");

    private sealed record RightProgram(string Text, string Function, EquatableArray<CodeTest> Tests) : RightAnswer(Text);
}
