using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Sums of several numbers, such as <c>(3+4)*12-5=</c>. Every division in them comes out even.</summary>
internal static class ArithmeticTerms
{
    public static ArithmeticProblem Pose(ArithmeticOptions options, ulong seed, double difficulty)
    {
        var draw = Draw.From(seed);
        var most = options.Terms[0] + (int)Math.Round((options.Terms[1] - options.Terms[0]) * difficulty);
        var numbers = Enumerable.Range(0, (int)draw.At("count").Between(options.Terms[0], most))
            .Select(index => Term.Of(options.Operand(Math.Min(1, index), 0, difficulty, draw.At("number").At(index))))
            .ToList();
        return ArithmeticProblem.Of(seed, difficulty, options.Parentheses ? Nested(numbers, options, draw) : Row(numbers, options, draw));
    }

    /// <summary>Reads an expression that a person typed.</summary>
    public static ArithmeticProblem? Read(string prompt, out string? error)
    {
        var text = prompt.Length > 2 * TermReader.Longest ? prompt : string.Concat(prompt.Where(letter => !char.IsWhiteSpace(letter)));
        var term = TermReader.Read(text.EndsWith('=') ? text[..^1] : text, signs: true);
        error = term is null || term.Numbers.Count < ArithmeticOptions.Operands ? "expected whole numbers with + - * / and parentheses, such as (3+4)*12-5="
            : !term.IsEven ? "a division in it does not come out even"
            : null;
        return error is null ? ArithmeticProblem.Of(0, 1, term!) : null;
    }

    /// <summary>Neighbours are put together at random until one term is left.</summary>
    private static Term Nested(List<Term> terms, ArithmeticOptions options, Draw draw)
    {
        for (var step = 0; terms.Count > 1; step++)
        {
            var here = draw.At("step").At(step);
            // With divisions alone, the right one must be a number, which can be made to divide the left one.
            var at = options.Operations is [Operation.Divide] ? 0 : here.At("place").Below(terms.Count - 1);
            terms[at] = Join(terms[at], options.Operations[here.At("operation").Below(options.Operations.Count)], terms[at + 1], options);
            terms.RemoveAt(at + 1);
        }

        return terms[0];
    }

    /// <summary>From left to right, products first, as it is written without parentheses.</summary>
    private static Term Row(List<Term> numbers, ArithmeticOptions options, Draw draw)
    {
        Term? sum = null;
        var (product, joining) = (numbers[0], Operation.Add);
        for (var index = 1; index < numbers.Count; index++)
        {
            var operation = options.Operations[draw.At("operation").At(index).Below(options.Operations.Count)];
            if (operation is Operation.Multiply or Operation.Divide)
            {
                product = Join(product, operation, numbers[index], options);
            }
            else
            {
                sum = sum is null ? product : Term.Join(sum, joining, product);
                (product, joining) = (numbers[index], operation);
            }
        }

        return sum is null ? product : Term.Join(sum, joining, product);
    }

    /// <summary>
    /// The two joined; an uneven division by a number is one by what both have in common, and one by a term is another of the
    /// operations: a multiplication where it is listed.
    /// </summary>
    private static Term Join(Term left, Operation operation, Term right, ArithmeticOptions options)
    {
        if (operation != Operation.Divide)
        {
            return Term.Join(left, operation, right);
        }

        var (dividend, divisor) = (left.Value!.Value.Numerator, right.Value!.Value.Numerator);
        return !divisor.IsZero && (dividend % divisor).IsZero ? Term.Join(left, Operation.Divide, right)
            : right.Numbers.Count > 1 ? Term.Join(left, options.Operations.Contains(Operation.Multiply) ? Operation.Multiply : options.Operations.First(other => other != Operation.Divide), right)
            : Term.Join(left, Operation.Divide, Term.Of(divisor.IsZero ? BigInteger.One : BigInteger.GreatestCommonDivisor(dividend, divisor)));
    }
}
