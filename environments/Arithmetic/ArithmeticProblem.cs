using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>One operation on two integers. The secret is the answer.</summary>
internal sealed record ArithmeticProblem(ulong Seed, double Difficulty, BigInteger Left, Operation Operation, BigInteger Right)
    : Problem(Seed, Difficulty)
{
    public BigInteger Answer => Operation.Apply(Left, Right);

    /// <summary>As a calculator takes it.</summary>
    public string Expression => Write(Left, Right);

    // Who has learned 17*24 knows 24*17: where the order does not matter, both have the key of the sorted one, so that they
    // are held out together and a held-out answer cannot be learned from its mirror image.
    public override string Key => Operation.Commutes() && Left > Right ? Write(Right, Left) : Expression;

    public override EquatableArray<Part> Prompt(int seat) => [new TextPart($"{Expression}=")];

    private string Write(BigInteger first, BigInteger second) => $"{first}{Operation.Symbol()}{second}";
}
