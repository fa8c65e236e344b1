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
        if (order.Function is { } function && !IsName(function))
        {
            return WorkReply.Refuse($"'{function}' is no name that a function can have");
        }

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
            try
            {
                results[index] = ProgramRun.Call(script, name, order.Arguments[index], order.Limits, out var retires);
                exhausted |= retires;
            }
            catch (System.Text.Json.JsonException error)
            {
                return WorkReply.Refuse($"the arguments of call {index + 1} cannot be read: {error.Message}");
            }
        }

        return new(results, exhausted);
    }

    // It is put into a text that is run, so it must be a name from its first character to its last.
    private static bool IsName(string function)
    {
        try
        {
            return Engine.PrepareScript(function).Program!.Body is [ExpressionStatement { Expression: Identifier { Name: var name } }] && name == function;
        }
        catch (ScriptPreparationException)
        {
            return false;
        }
    }

    private static WorkReply All(WorkOrder order, SandboxResult result) => new([.. Enumerable.Repeat(result, order.Runs)], false);
}
