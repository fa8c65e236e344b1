using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>An expression of integers. The secret is the answer.</summary>
/// <param name="Seed">What it is posed from.</param>
/// <param name="Difficulty">In [0, 1].</param>
/// <param name="Expression">As a calculator takes it.</param>
/// <param name="Answer">What it comes to.</param>
/// <param name="Canonical">The same for expressions that are one thing to learn.</param>
internal sealed record ArithmeticProblem(ulong Seed, double Difficulty, string Expression, BigInteger Answer, string Canonical)
    : Problem(Seed, Difficulty)
{
    public override string Key => Canonical;

    /// <summary>One operation on two integers.</summary>
    public static ArithmeticProblem Of(ulong seed, double difficulty, BigInteger left, Operation operation, BigInteger right)
    {
        var expression = Write(left, right);

        // Who has learned 17*24 knows 24*17: where the order does not matter, both have the key of the sorted one, so that they
        // are held out together and a held-out answer cannot be learned from its mirror image.
        return new(seed, difficulty, expression, operation.Apply(left, right), operation.Commutes() && left > right ? Write(right, left) : expression);

        string Write(BigInteger first, BigInteger second) => $"{first}{operation.Symbol()}{second}";
    }

    /// <summary>A term that comes to an integer.</summary>
    public static ArithmeticProblem Of(ulong seed, double difficulty, Term term) =>
        new(seed, difficulty, term.Text, term.Value!.Value.Numerator, term.Canonical);

    public override EquatableArray<Part> Prompt(int seat) => [new TextPart($"{Expression}=")];
}
