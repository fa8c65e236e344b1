using Lab.Core;

namespace Lab.Environments;

/// <summary>A function to be written. The secret is the hidden tests.</summary>
/// <param name="Seed">What it is posed from.</param>
/// <param name="Difficulty">In [0, 1].</param>
/// <param name="Name">Names it for the held-out split.</param>
/// <param name="Text">What the policy is told, the visible tests included.</param>
/// <param name="Function">What the function may be called.</param>
/// <param name="Visible">Tests that stand in the text.</param>
/// <param name="Hidden">Tests that decide.</param>
/// <param name="Solution">A right answer, where one is known.</param>
/// <param name="Rule">The function itself, where the problem was made from one.</param>
internal sealed record CodeProblem(
    ulong Seed,
    double Difficulty,
    string Name,
    string Text,
    string Function,
    EquatableArray<CodeTest> Visible,
    EquatableArray<CodeTest> Hidden,
    string? Solution,
    Rule? Rule) : Problem(Seed, Difficulty)
{
    public override string Key => Name;

    public override EquatableArray<Part> Prompt(int seat) => [new TextPart(Text)];
}
