using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Runtime;
using Lab.Core;

namespace Lab.Sandbox;

/// <summary>One run of a program, from a fresh engine to its result.</summary>
internal static class ProgramRun
{
    /// <summary>Runs it: what it printed or, where it printed nothing, the value that it ends with.</summary>
    public static SandboxResult Start(in Prepared<Script> script, SandboxLimits limits, out bool retires)
    {
        var program = script;
        return Guard(limits, out retires, (engine, allowance, printer) =>
        {
            var value = engine.Evaluate(program);
            allowance.Check();
            if (printer.IsEmpty)
            {
                new ValueWriter(printer).Write(value);
            }

            return printer.ToString();
        });
    }

    /// <summary>Runs it, then calls its function.</summary>
    /// <param name="script">The program.</param>
    /// <param name="name">Evaluates the name that the function may be declared under.</param>
    /// <param name="arguments">A JSON array.</param>
    /// <param name="limits">For all of it together.</param>
    /// <param name="retires">Whether there was no memory left.</param>
    /// <exception cref="System.Text.Json.JsonException"><paramref name="arguments"/> is none: the lab's own mistake.</exception>
    public static SandboxResult Call(in Prepared<Script> script, in Prepared<Script> name, string arguments, SandboxLimits limits, out bool retires)
    {
        var (program, declared) = (script, name);
        return Guard(limits, out retires, (engine, allowance, _) =>
        {
            // They are made before the program can put anything of its own into the place of what they are made of.
            var items = ValueReader.ReadItems(engine, arguments);
            var last = engine.Evaluate(program);
            var called = IsFunction(last) ? last : engine.Evaluate(declared);
            if (!IsFunction(called))
            {
                throw new NoFunctionException();
            }

            var value = engine.Call(called, JsValue.Undefined, items);
            allowance.Check();
            var returned = new Printer(limits.Output);
            new ValueWriter(returned).Write(value);
            return returned.ToString();
        });
    }

    private static bool IsFunction(JsValue value) => value is Function or BindFunction;

    private static SandboxResult Guard(SandboxLimits limits, out bool retires, Func<Engine, Allowance, Printer, string> run)
    {
        retires = false;
        try
        {
            var budget = new Budget(limits.Statements);
            var allowance = new Allowance(limits.Bytes);
            var printer = new Printer(limits.Output);
            var engine = new Engine(EngineOptions.Of(limits, budget, allowance));
            Surroundings.Prepare(engine, budget, printer);
            return new(SandboxOutcome.Returned, run(engine, allowance, printer));
        }
        catch (LimitException error)
        {
            return new(SandboxOutcome.Exceeded, error.Limit);
        }
        catch (MemoryLimitExceededException)
        {
            return new(SandboxOutcome.Exceeded, "bytes");
        }
        catch (RecursionDepthOverflowException)
        {
            return new(SandboxOutcome.Exceeded, "depth");
        }
        catch (Exception error) when (error is OutOfMemoryException or InsufficientExecutionStackException)
        {
            retires = true;
            return new(SandboxOutcome.Exceeded, "memory");
        }
        catch (JavaScriptException error)
        {
            return new(SandboxOutcome.Threw, ErrorText.Of(error.Error));
        }
        catch (PromiseRejectedException error)
        {
            return new(SandboxOutcome.Threw, ErrorText.Of(error.RejectedValue));
        }
        catch (NoFunctionException error)
        {
            return new(SandboxOutcome.Threw, error.Message);
        }
        catch (Exception error) when (error is not System.Text.Json.JsonException)
        {
            // What the engine itself trips over, the program has laid out.
            return new(SandboxOutcome.Threw, $"the engine gave up: {error.GetType().Name}");
        }
    }
}
