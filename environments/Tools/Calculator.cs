using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>What the calculator takes and returns at most.</summary>
public sealed record CalculatorOptions : ToolOptions
{
    [Description("Longest expression, in characters.")]
    [Range(1, 4096)]
    public int MaxLength { get; init; } = 200;

    [Description("Most digits of a result; of a fraction, those of the numerator and of the denominator.")]
    [Range(1, 1000)]
    public int MaxDigits { get; init; } = 50;
}

/// <summary>Computes exactly: an integer in decimal digits, else a fraction in lowest terms such as <c>1/2</c>.</summary>
[Tool("calculator", "Exact arithmetic on integers, decimals and fractions: + - * / and parentheses")]
public sealed class Calculator(CalculatorOptions options, IExpressions expressions) : ITool
{
    public ValueTask<ToolResult> Call(string arguments, CancellationToken stop) => ValueTask.FromResult(Compute(arguments));

    private ToolResult Compute(string text)
    {
        if (text.Length > options.MaxLength)
        {
            return ToolResult.Refuse("too long");
        }

        return expressions.Evaluate(text) switch
        {
            { Value: { } value } when Fits(value.Numerator) && Fits(value.Denominator) => ToolResult.Answer(value.ToString()),
            { Value: not null } => ToolResult.Refuse("too large"),
            { Error: var error } => ToolResult.Refuse(error ?? "no value"),
        };
    }

    private bool Fits(BigInteger value) => BigInteger.Abs(value) < BigInteger.Pow(10, options.MaxDigits);
}
