using Lab.Core;

namespace Lab.Environments;

/// <summary>A story with a question. The secret is how the answer is worked out.</summary>
/// <param name="Seed">What it is posed from.</param>
/// <param name="Difficulty">In [0, 1].</param>
/// <param name="Family">What the story is about.</param>
/// <param name="Text">Sentences and question.</param>
/// <param name="Worked">How the answer is worked out.</param>
/// <param name="Steps">How many operations that takes.</param>
internal sealed record WordProblem(ulong Seed, double Difficulty, string Family, string Text, Term Worked, int Steps) : Problem(Seed, Difficulty)
{
    public Rational Answer => Worked.Value!.Value;

    // Names, things, wording and distractors are left out: a held-out problem has new numbers, not new names.
    public override string Key => $"{Family} {Worked.Canonical}";

    public override EquatableArray<Part> Prompt(int seat) => [new TextPart($"{Text}\n")];
}
