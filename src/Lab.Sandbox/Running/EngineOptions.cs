using System.Globalization;
using Jint;
using Lab.Core;

namespace Lab.Sandbox;

/// <summary>What an engine may do, before anything is taken out of it.</summary>
internal static class EngineOptions
{
    // An item takes eight bytes, so no array that a program can pay for is longer.
    private const int BytesOfItem = 8;

    public static Options Of(SandboxLimits limits, Budget budget, Allowance allowance)
    {
        var options = new Options
        {
            Culture = CultureInfo.InvariantCulture,
            TimeSystem = new FixedClock(),
            AgentCanSuspend = false,
        };
        options.Interop.Enabled = false;
        options.Interop.AllowGetType = false;
        options.Interop.AllowSystemReflection = false;
        options.Interop.AllowWrite = false;
        options.Host.StringCompilationAllowed = false;
        options.Constraints.StackOverflowGuard = true;
        options.Constraints.MaxArraySize = (uint)Math.Clamp(limits.Bytes / BytesOfItem, 1, int.MaxValue);
        options.Constraints.MaxAtomicsPauseIterations = 0;
        options.Constraint(budget);
        options.Constraint(allowance);
        return options.LimitMemory(limits.Bytes).LimitRecursion(limits.Depth);
    }
}
