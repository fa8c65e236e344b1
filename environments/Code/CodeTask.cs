using Lab.Core;

namespace Lab.Environments;

/// <summary>A task from a file.</summary>
internal sealed record CodeTask(string Text, string Function, EquatableArray<CodeTest> Visible, EquatableArray<CodeTest> Hidden, string? Solution)
{
    public CodeProblem Pose(ulong seed, double difficulty) => new(seed, difficulty, Text, Text, Function, Visible, Hidden, Solution, null);
}
