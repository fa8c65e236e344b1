using Jint;

namespace Lab.Sandbox;

/// <summary>
/// Counts what a program allocates, from the first time that the engine is entered for it. The engine's own limit begins again
/// whenever its host enters it, and it stays beside this one: it refuses long texts before they are put together.
/// </summary>
internal sealed class Allowance(long bytes) : Constraint
{
    private long? _start;

    /// <exception cref="LimitException">It was more than that.</exception>
    public override void Check()
    {
        if (GC.GetAllocatedBytesForCurrentThread() - _start > bytes)
        {
            throw new LimitException("bytes");
        }
    }

    // What is made for the program before it runs is not the program's.
    public override void Reset() => _start ??= GC.GetAllocatedBytesForCurrentThread();
}
