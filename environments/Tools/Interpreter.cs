using System.ComponentModel;
using Lab.Core;

namespace Lab.Environments;

/// <summary>What the interpreter allows.</summary>
public sealed record InterpreterOptions : ToolOptions
{
    [Description("What a program may use.")]
    public ProgramLimits Limits { get; init; } = new();
}

/// <summary>Runs a program and returns what it printed or, where it printed nothing, the value that it ends with, as JSON.</summary>
[Tool("interpreter", "Runs JavaScript in the sandbox: what it printed, or else its last value")]
public sealed class Interpreter(InterpreterOptions options, ISandbox sandbox) : ITool, IReadiness
{
    private readonly SandboxLimits _limits = options.Limits.ToLimits();

    public ValueTask<ToolResult> Call(string arguments, CancellationToken stop)
    {
        try
        {
            var result = sandbox.Run(arguments, _limits, stop);
            var text = LimitText.Of(result).TrimEnd('\n');
            return ValueTask.FromResult(result.Outcome == SandboxOutcome.Returned ? ToolResult.Answer(text) : ToolResult.Refuse(text));
        }
        catch (SandboxException error)
        {
            return ValueTask.FromResult(ToolResult.Break(error.Message));
        }
    }

    public string? NotReady() => sandbox.NotReady();
}
