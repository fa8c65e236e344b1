using Lab.Core;

namespace Lab.Environments;

/// <summary>A line of a data file. The secret is its answer.</summary>
internal sealed record DatasetProblem(ulong Seed, double Difficulty, DatasetLine Line) : Problem(Seed, Difficulty)
{
    public override string Key => Line.Key;

    public override EquatableArray<Part> Prompt(int seat) => [new TextPart(Line.Told)];
}
