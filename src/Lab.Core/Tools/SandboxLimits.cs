namespace Lab.Core;

/// <summary>
/// What one program may use. Whoever runs it chooses every value: there is no default, and nothing is unlimited. Counts, so
/// that a verdict does not depend on how busy the machine is.
/// </summary>
/// <param name="Statements">
/// Statements and calls, at least 1; long loops inside of built-in functions count too. Not covered: comparing or hashing long
/// strings by an operator, which <paramref name="Bytes"/> bounds.
/// </param>
/// <param name="Bytes">
/// Bytes allocated in all, at least 1, whether they are still in use or not. Measured between statements and at the end, and exact
/// to a few thousand: what the engine itself allocates on first use counts. One huge value at once is stopped by the heap's own
/// limit, which ends the process.
/// </param>
/// <param name="Depth">
/// Calls of one function inside of each other, at least 1. Not covered: many functions that each go so deep; those run into the
/// end of the stack.
/// </param>
/// <param name="Output">Characters printed, or of a returned value written as JSON, at least 1.</param>
/// <param name="Source">Characters of the program, at least 1. The parser has no other limit.</param>
public sealed record SandboxLimits(int Statements, long Bytes, int Depth, int Output, int Source);
