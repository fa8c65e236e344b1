using Lab.Core;
using Microsoft.Extensions.Logging;

namespace Lab.Hosting;

/// <summary>Writes the calls that a tool failed to the log, with what was asked: the lab's own failures are to be found again.</summary>
internal sealed partial class RecordedTool(string kind, ITool tool, ILogger logger) : ITool
{
    public async ValueTask<ToolResult> Call(string arguments, CancellationToken stop)
    {
        try
        {
            var result = await tool.Call(arguments, stop).ConfigureAwait(false);
            if (result.Outcome == ToolOutcome.Broken)
            {
                Failed(logger, kind, arguments, result.Text, null);
            }

            return result;
        }
        catch (Exception error) when (error is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            Failed(logger, kind, arguments, error.Message, error);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "tool {Tool} failed on '{Arguments}': {Reason}")]
    private static partial void Failed(ILogger logger, string tool, string arguments, string reason, Exception? error);
}

/// <summary>Records every tool.</summary>
internal sealed class RecordedToolDecorator(ILogger<RecordedToolDecorator> logger) : IToolDecorator
{
    public ITool Decorate(string kind, ITool tool) => new RecordedTool(kind, tool, logger);
}
