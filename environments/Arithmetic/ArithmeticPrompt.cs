using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Lab.Environments;

/// <summary>Reads a sum that a person typed.</summary>
internal static partial class ArithmeticPrompt
{
    public static ArithmeticProblem? Read(string prompt, out string? error)
    {
        var sum = Sum().Match(prompt);
        if (!sum.Success)
        {
            error = "expected two whole numbers with + - * or / between them, such as 17*24=";
            return null;
        }

        var left = BigInteger.Parse(sum.Groups["left"].ValueSpan, CultureInfo.InvariantCulture);
        var right = BigInteger.Parse(sum.Groups["right"].ValueSpan, CultureInfo.InvariantCulture);
        var operation = sum.Groups["operation"].Value switch
        {
            "+" => Operation.Add,
            "-" => Operation.Subtract,
            "*" or "×" => Operation.Multiply,
            _ => Operation.Divide,
        };
        error = (operation, right.IsZero) switch
        {
            (Operation.Divide, true) => "nothing can be divided by zero",
            (Operation.Divide, false) when !(left % right).IsZero => $"{left} cannot be divided by {right} without a remainder",
            _ => null,
        };
        return error is null ? ArithmeticProblem.Of(0, 1, left, operation, right) : null;
    }

    [GeneratedRegex(@"^\s*(?<left>-?[0-9]{1,40})\s*(?<operation>[-+*/×÷])\s*(?<right>-?[0-9]{1,40})\s*=?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();
}
