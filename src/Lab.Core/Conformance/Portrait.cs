namespace Lab.Core;

/// <summary>What can be seen of a problem from outside: two problems that are the same look the same.</summary>
internal sealed record Portrait(ulong Seed, double Difficulty, string Key, EquatableArray<EquatableArray<Part>> Told, EquatableArray<Part> Solution)
{
    public static Portrait Of(IEnvironment environment, Problem problem) => new(
        problem.Seed,
        problem.Difficulty,
        problem.Key,
        ToldBy(problem),
        environment is IHasSolution solver ? solver.Solution(problem) : []);

    public static EquatableArray<EquatableArray<Part>> ToldBy(Problem problem) =>
        Enumerable.Range(0, problem.Seats).Select(problem.Prompt).ToEquatableArray();
}
