using Lab.Core;

namespace Lab.Tests;

/// <summary>A tool that does what a test says.</summary>
internal sealed class ScriptedTool(Func<string, ToolResult> run) : ITool
{
    public ValueTask<ToolResult> Call(string arguments, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return ValueTask.FromResult(run(arguments));
    }

    /// <summary>A toolbox with this tool alone.</summary>
    public static Toolbox Box(string name, Func<string, ToolResult> run) => new([new(name, new ScriptedTool(run))]);
}
