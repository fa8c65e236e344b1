using System.Diagnostics;
using Lab.Core;

namespace Lab.Hosting;

/// <summary>Counts and times the calls of a tool, and spans each with an activity.</summary>
internal sealed class MeteredTool(string kind, ITool tool, ToolInstruments instruments) : ITool
{
    public async ValueTask<ToolResult> Call(string arguments, CancellationToken stop)
    {
        using var activity = instruments.Call(kind);
        var start = Stopwatch.GetTimestamp();
        var result = await tool.Call(arguments, stop).ConfigureAwait(false);
        instruments.Called(kind, result.Outcome, Stopwatch.GetElapsedTime(start));
        activity?.SetTag("lab.outcome", result.Outcome.ToString());
        return result;
    }
}

/// <summary>Meters every tool.</summary>
internal sealed class MeteredToolDecorator(ToolInstruments instruments) : IToolDecorator
{
    public ITool Decorate(string kind, ITool tool) => new MeteredTool(kind, tool, instruments);
}
