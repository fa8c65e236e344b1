using Lab.Core;

namespace Lab.Environments;

/// <summary>What a policy answered: whether it can be read, whether it keeps to the numbers, and what it comes to.</summary>
/// <param name="Readable">Whether it is an expression: numbers, + - * / and parentheses, nothing else.</param>
/// <param name="Value">What it comes to, where it is one that the rules allow.</param>
/// <param name="Fault">Why it is not, else null.</param>
internal sealed record CountdownAnswer(bool Readable, Rational? Value, string? Fault)
{
    /// <summary>Reads it strictly, and counts how often it uses each number.</summary>
    public static CountdownAnswer Read(string text, EquatableArray<int> numbers)
    {
        if (TermReader.Read(text) is not { } term)
        {
            return new(false, null, "not an expression");
        }

        var left = numbers.Select(number => (Rational)number).ToList();
        foreach (var number in term.Numbers)
        {
            if (!left.Remove(number))
            {
                return new(true, null, $"{number} is not given, or used too often");
            }
        }

        return term.Value is { } value ? new(true, value, null) : new(true, null, "it divides by zero");
    }
}
