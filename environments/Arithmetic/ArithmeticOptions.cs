using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Which sums are posed.</summary>
public sealed record ArithmeticOptions : EnvironmentOptions, IValidatableObject
{
    /// <summary>Operands of a problem.</summary>
    internal const int Operands = 2;

    /// <summary>Most terms of a sum.</summary>
    internal const int MostTerms = 8;

    private const int MaxDigits = 9;

    [Description("What is asked for, each equally often: any of + - * /. Divisions come out even.")]
    [MinLength(1, ErrorMessage = "must name at least one of + - * /")]
    public EquatableArray<Operation> Operations { get; init; } = [Operation.Multiply];

    [Description("Fewest and most numbers in a problem, from 2 to 8, each count equally often. [2, 2] poses one operation; at difficulty 0 all have the fewest, between them in proportion.")]
    [Length(2, 2, ErrorMessage = "must be the fewest and the most, such as [2, 4]")]
    public EquatableArray<int> Terms { get; init; } = [Operands, Operands];

    [Description("Whether more than two numbers stand in parentheses at random; without, products come before sums.")]
    public bool Parentheses { get; init; }

    [Description("Decimal digits of the left and of the right operand at difficulty 1, from 1 (0 to 9) to 9; of a division, those of the quotient and of the divisor; of more numbers, those of the first and of each other. At difficulty 0 all have 1 digit, between them in proportion.")]
    [Length(Operands, Operands, ErrorMessage = "must be two numbers of digits, such as [2, 2]")]
    public EquatableArray<int> Digits { get; init; } = [2, 2];

    [Description("Whether operands are negative half of the time.")]
    public bool Signed { get; init; }

    [Description("How people show it, with their flaws.")]
    public ArithmeticHabits Demonstrations { get; init; } = new();

    /// <summary>A number at random, with the digits and the sign asked for.</summary>
    /// <param name="index">0 for the left or first one, 1 for any other.</param>
    /// <param name="least">The least number of one digit.</param>
    /// <param name="difficulty">In [0, 1].</param>
    /// <param name="draw">Where it comes from.</param>
    internal BigInteger Operand(int index, long least, double difficulty, Draw draw)
    {
        var digits = 1 + (int)Math.Round((Digits[index] - 1) * difficulty);
        var low = digits == 1 ? least : Power(digits - 1);
        var size = draw.Between(low, Power(digits) - 1);
        return Signed && draw.At("sign").Below(2) == 1 ? -size : size;
    }

    /// <summary>Whether a problem is one operation on two numbers, always.</summary>
    internal bool IsSingle => Terms is [Operands, Operands];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Terms.Count == 2 && !(Terms[0] >= Operands && Terms[0] <= Terms[1] && Terms[1] <= MostTerms))
        {
            yield return new($"must go from a count to one that is not less, from {Operands} to {MostTerms}", [nameof(Terms)]);
        }

        if (Parentheses && IsSingle)
        {
            yield return new("needs more than two terms", [nameof(Parentheses)]);
        }

        foreach (var digits in Digits)
        {
            if (digits is < 1 or > MaxDigits)
            {
                yield return new($"must be from 1 to {MaxDigits} digits, not {digits}", [nameof(Digits)]);
            }
        }

        if (Operations.Any(operation => !Enum.IsDefined(operation)))
        {
            yield return new("must be any of + - * /", [nameof(Operations)]);
        }

        if (Operations.Distinct().Count() < Operations.Count)
        {
            yield return new("must name each operation once", [nameof(Operations)]);
        }
    }

    private static long Power(int digits) => digits == 0 ? 1 : 10 * Power(digits - 1);
}
