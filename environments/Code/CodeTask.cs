using Lab.Core;

namespace Lab.Environments;

/// <summary>A task from a file.</summary>
/// <param name="Number">Its line, from 1.</param>
/// <param name="Told">The prompt, the signature and the visible tests, a line each.</param>
/// <param name="Function">What the function may be called.</param>
/// <param name="Visible">Tests that are told.</param>
/// <param name="Hidden">Tests that decide, at least one.</param>
/// <param name="Solution">A right answer, where one is known.</param>
internal sealed record CodeTask(int Number, string Told, string Function, EquatableArray<CodeTest> Visible, EquatableArray<CodeTest> Hidden, string? Solution)
    : DataLine(Number, Told)
{
    public CodeProblem Pose(ulong seed, double difficulty) => new(seed, difficulty, Key, Told, Function, Visible, Hidden, Solution, null);
}
