using System.Globalization;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Numbers, in the order they are shown, and the target that some expression of them reaches.</summary>
internal sealed record CountdownProblem(ulong Seed, double Difficulty, EquatableArray<int> Numbers, long Target) : Problem(Seed, Difficulty)
{
    // The order of the numbers changes nothing: every order has the key of the sorted one, so that all are held out together.
    public override string Key => Write(Numbers.Order());

    public override EquatableArray<Part> Prompt(int seat) => [new TextPart(Write(Numbers))];

    private string Write(IEnumerable<int> numbers) => string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', numbers)}>{Target}");
}
