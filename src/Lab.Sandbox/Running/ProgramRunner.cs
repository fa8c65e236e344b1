using Acornima.Ast;
using Jint;
using Lab.Core;

namespace Lab.Sandbox;

/// <summary>Runs programs, each in an engine of its own.</summary>
internal static class ProgramRunner
{
    // Folding constants is work that nobody counts.
    private static readonly ScriptPreparationOptions s_preparation = new() { FoldConstants = false };

    public static WorkReply Run(WorkOrder order)
    {
        if (order.Program.Length > order.Limits.Source)
        {
            return All(order, new(SandboxOutcome.Exceeded, "source"));
        }

        Prepared<Script> script;
        try
        {
            script = Engine.PrepareScript(order.Program, "program", options: s_preparation);
        }
        catch (ScriptPreparationException error)
        {
            return All(order, new(SandboxOutcome.Malformed, error.InnerException?.Message ?? error.Message));
        }
        catch (InsufficientExecutionStackException)
        {
            return All(order, new(SandboxOutcome.Malformed, "nested too deeply"));
        }

        if (Vocabulary.Missing(script.Program!) is { } missing)
        {
            return All(order, new(SandboxOutcome.Malformed, $"there are no {missing} here"));
        }

        if (order.Function is null)
        {
            var result = ProgramRun.Start(script, order.Limits, out var retires);
            return new([result], retires);
        }

        // A name that is declared nowhere is undefined, which is no function.
        var name = Engine.PrepareScript($"typeof {order.Function}==='undefined'?undefined:{order.Function}");
        var results = new SandboxResult[order.Arguments.Count];
        var exhausted = false;
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = ProgramRun.Call(script, name, order.Arguments[index], order.Limits, out var retires);
            exhausted |= retires;
        }

        return new(results, exhausted);
    }

    private static WorkReply All(WorkOrder order, SandboxResult result) => new([.. Enumerable.Repeat(result, order.Runs)], false);
}
