namespace Lab.Core;

/// <summary>The tools of an experiment by name, in the file's order.</summary>
public sealed class Toolbox(IEnumerable<KeyValuePair<string, ITool>> tools)
{
    private readonly OrderedDictionary<string, ITool> _tools = new(tools, StringComparer.Ordinal);

    public static Toolbox Empty { get; } = new([]);

    /// <summary>The names, in order.</summary>
    public EquatableArray<string> Names => _tools.Keys.ToEquatableArray();

    /// <summary>Runs a call. A tool that throws is the lab's fault, not the policy's.</summary>
    public async ValueTask<ToolResult> Call(CallPart call, CancellationToken stop)
    {
        if (!_tools.TryGetValue(call.Tool, out var tool))
        {
            return ToolResult.Refuse("no such tool");
        }

        try
        {
            return await tool.Call(call.Arguments, stop).ConfigureAwait(false) ?? ToolResult.Break("returned nothing");
        }
        catch (Exception error) when (error is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            return ToolResult.Break($"{error.GetType().Name}: {error.Message}");
        }
    }
}
