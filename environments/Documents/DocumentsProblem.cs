using Lab.Core;

namespace Lab.Environments;

/// <summary>A question about the documents. The secret is where its answer stands.</summary>
internal sealed record DocumentsProblem(ulong Seed, double Difficulty, Question Question) : Problem(Seed, Difficulty)
{
    public override string Key => Question.Key;

    public override EquatableArray<Part> Prompt(int seat) => [new TextPart($"{Question.Text}\n")];
}
