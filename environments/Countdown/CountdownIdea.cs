using System.Numerics;
using Lab.Core;

namespace Lab.Environments;

/// <summary>
/// An expression as it comes to a person's mind: two of the numbers are put together, then two of what there is, until one
/// is left. Nobody thinks of less than nothing, of fractions, or of dividing by 1.
/// </summary>
internal static class CountdownIdea
{
    public static Term Of(IReadOnlyList<int> numbers, Draw draw)
    {
        var terms = numbers.Select(number => Term.Of(number)).ToList();
        for (var step = 0; terms.Count > 1; step++)
        {
            var here = draw.At(step);
            var left = Take(terms, here.Below(terms.Count, 0));
            var right = Take(terms, here.Below(terms.Count, 1));
            var operations = Thinkable(left.Value!.Value.Numerator, right.Value!.Value.Numerator);
            terms.Add(Term.Join(left, operations[here.Below(operations.Count, 2)], right));
        }

        return terms[0];
    }

    private static Term Take(List<Term> terms, int index)
    {
        var term = terms[index];
        terms.RemoveAt(index);
        return term;
    }

    private static List<Operation> Thinkable(BigInteger left, BigInteger right)
    {
        var operations = new List<Operation> { Operation.Add, Operation.Multiply };
        if (left > right)
        {
            operations.Add(Operation.Subtract);
        }

        if (right > 1 && (left % right).IsZero)
        {
            operations.Add(Operation.Divide);
        }

        return operations;
    }
}
