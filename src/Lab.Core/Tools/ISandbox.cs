namespace Lab.Core;

/// <summary>
/// The port for JavaScript that a policy wrote. It runs in a process of its own, where it finds no files, no network, no host
/// objects, no timers, and a clock and random numbers that are always the same. Thread-safe; a call blocks as a computation would.
/// </summary>
/// <remarks>Each program, and each call of a function, begins in a fresh engine: nothing that one leaves behind reaches the next.</remarks>
public interface ISandbox : IReadiness
{
    /// <summary>
    /// Orders so far that no count ended but the clock behind the counts (<c>time</c>). It only grows. A run in which it did need
    /// not repeat byte for byte.
    /// </summary>
    int Tripped => 0;

    /// <summary>Runs a program: what it printed or, where it printed nothing, the value that it ends with.</summary>
    /// <param name="program">The whole text.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="stop">Ends the wait for a place, and the program.</param>
    /// <exception cref="SandboxException">The lab is at fault, not the program.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    SandboxResult Run(string program, SandboxLimits limits, CancellationToken stop = default);

    /// <summary>
    /// Calls a function once for each list of arguments, each time in a fresh engine: the JSON text of what it returned. The
    /// function is the value that the program ends with, where that is one, else what the program declares under the name.
    /// </summary>
    /// <param name="program">The whole text.</param>
    /// <param name="function">The name that the function may be declared under, an identifier.</param>
    /// <param name="arguments">For each call a JSON array of its arguments.</param>
    /// <param name="limits">What each call may use, the running of the program before it included.</param>
    /// <param name="stop">Ends the wait for a place, and the program.</param>
    /// <returns>One result for each of <paramref name="arguments"/>, in their order.</returns>
    /// <exception cref="SandboxException">The lab is at fault, not the program, or <paramref name="function"/> or <paramref name="arguments"/> are not what they should be.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    IReadOnlyList<SandboxResult> Call(string program, string function, IReadOnlyList<string> arguments, SandboxLimits limits, CancellationToken stop = default);
}

/// <summary>The sandbox itself failed: it cannot be started, it does not answer as it should, or it is asked for what it cannot do.</summary>
public sealed class SandboxException(string message, Exception? inner = null) : Exception(message, inner);
