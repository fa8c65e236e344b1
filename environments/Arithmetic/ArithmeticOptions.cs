using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Which sums are posed.</summary>
public sealed record ArithmeticOptions : EnvironmentOptions, IValidatableObject
{
    /// <summary>Operands of a problem.</summary>
    internal const int Operands = 2;

    private const int MaxDigits = 9;

    [Description("What is asked for, each equally often: any of + - * /. Divisions come out even.")]
    [MinLength(1, ErrorMessage = "must name at least one of + - * /")]
    public EquatableArray<Operation> Operations { get; init; } = [Operation.Multiply];

    [Description("Decimal digits of the left and of the right operand at difficulty 1, from 1 (0 to 9) to 9; of a division, those of the quotient and of the divisor. At difficulty 0 all have 1 digit, between them in proportion.")]
    [Length(Operands, Operands, ErrorMessage = "must be two numbers of digits, such as [2, 2]")]
    public EquatableArray<int> Digits { get; init; } = [2, 2];

    [Description("Whether operands are negative half of the time.")]
    public bool Signed { get; init; }

    [Description("How people show it, with their flaws.")]
    public ArithmeticHabits Demonstrations { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
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
}
