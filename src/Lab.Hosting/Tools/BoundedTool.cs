using Lab.Core;
using Polly;

namespace Lab.Hosting;

/// <summary>Lets only so many calls of a tool run at once; the others wait their turn, in the order in which they came.</summary>
internal sealed class BoundedTool(ITool tool, ResiliencePipeline pipeline) : ITool
{
    public async ValueTask<ToolResult> Call(string arguments, CancellationToken stop) =>
        await pipeline.ExecuteAsync(static async (call, stop) => await call.Tool.Call(call.Arguments, stop).ConfigureAwait(false), (Tool: tool, Arguments: arguments), stop).ConfigureAwait(false);
}

/// <summary>Bounds every tool. A call that waits is never dropped: an outcome must not depend on load.</summary>
internal sealed class BoundedToolDecorator : IToolDecorator
{
    private const int CallsAtOnce = 64;

    public ITool Decorate(string kind, ITool tool) => new BoundedTool(
        tool,
        new ResiliencePipelineBuilder { Name = kind }.AddConcurrencyLimiter(CallsAtOnce, queueLimit: int.MaxValue).Build());
}
