namespace Lab.Environments;

/// <summary>
/// Finds an expression that reaches a target, the same one in whatever order the numbers come. At most 8.4 million steps for
/// six numbers: 15·10·6·3·1 pairs, and five results of each.
/// </summary>
internal static class CountdownSolver
{
    private static readonly Operation[] Thinkable = [Operation.Add, Operation.Subtract, Operation.Multiply, Operation.Divide];

    /// <summary>The expression, one without fractions on the way if there is one; null where nothing reaches the target.</summary>
    /// <remarks>
    /// It needs no values below 0: whatever reaches a positive target with them reaches it without, by turning differences
    /// around.
    /// </remarks>
    public static string? Solve(IEnumerable<int> numbers, long target)
    {
        var sorted = numbers.Order().ToArray();
        return sorted.Any(number => number == target) ? Term.Of(target).Text
            : Search(sorted, target, whole: true) ?? Search(sorted, target, whole: false);
    }

    private static string? Search(int[] numbers, long target, bool whole)
    {
        var path = new List<Step>();
        if (!Find([.. numbers.Select(number => new Fraction(number, 1))], target, whole, path))
        {
            return null;
        }

        var terms = numbers.Select(number => Term.Of(number)).ToArray();
        path.Reverse();
        foreach (var step in path)
        {
            terms = Without(terms, step, Term.Join(terms[step.Left], step.Operation, terms[step.Right]));
        }

        return terms[^1].Text;
    }

    /// <summary>Whether the values reach the target; the steps are then in the path, last first.</summary>
    private static bool Find(Fraction[] values, long target, bool whole, List<Step> path)
    {
        for (var left = 0; left < values.Length; left++)
        {
            for (var right = 0; right < values.Length; right++)
            {
                foreach (var operation in Thinkable)
                {
                    if (left == right || values[left].Join(operation, values[right], left < right) is not { } value || (whole && !value.IsWhole))
                    {
                        continue;
                    }

                    var step = new Step(left, operation, right);
                    if (value.Is(target) || (values.Length > 2 && Find(Without(values, step, value), target, whole, path)))
                    {
                        path.Add(step);
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static T[] Without<T>(T[] items, Step step, T joined)
    {
        var rest = new T[items.Length - 1];
        var at = 0;
        for (var index = 0; index < items.Length; index++)
        {
            if (index != step.Left && index != step.Right)
            {
                rest[at++] = items[index];
            }
        }

        rest[at] = joined;
        return rest;
    }

    private readonly record struct Step(int Left, Operation Operation, int Right);

    /// <summary>Above 0, not in lowest terms. Six numbers up to 100 keep both parts below 2⁵·10¹², so that they fit.</summary>
    private readonly record struct Fraction(long Above, long Below)
    {
        public bool IsWhole => Above % Below == 0;

        public bool Is(long target) => Above == (Int128)target * Below;

        /// <summary>The two joined, or null where it leads nowhere new: not above 0, or the same as with the two exchanged.</summary>
        public Fraction? Join(Operation operation, Fraction other, bool first) => operation switch
        {
            Operation.Add => first ? new((Above * other.Below) + (other.Above * Below), Below * other.Below) : null,
            Operation.Multiply => first ? new(Above * other.Above, Below * other.Below) : null,
            Operation.Subtract => Above * other.Below > other.Above * Below ? new((Above * other.Below) - (other.Above * Below), Below * other.Below) : null,
            _ => new(Above * other.Below, Below * other.Above),
        };
    }
}
