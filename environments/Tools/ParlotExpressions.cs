using System.Globalization;
using System.Numerics;
using Lab.Core;
using Parlot.Fluent;

namespace Lab.Environments;

/// <summary>
/// Arithmetic over exact fractions: integers, decimals such as 0.5, + - * /, the minus sign and parentheses. It works while it
/// parses, so that what it keeps is one number per open parenthesis.
/// </summary>
/// <remarks>Errors are <c>too long</c>, <c>too deep</c>, <c>too large</c>, <c>division by zero</c>, <c>ends too soon</c> and <c>cannot read 'x' at 3</c>.</remarks>
public sealed class ParlotExpressions : IExpressions
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxLength = 4096;

    /// <summary>Most parentheses open at once. The parser's stack grows with these alone.</summary>
    public const int MaxDepth = 64;

    /// <summary>Most bits of a numerator or denominator, between results included: about 1 200 digits.</summary>
    public const int MaxBits = 4096;

    // What the grammar's own messages say is not shown: their place is.
    private const string Unreadable = "unreadable";

    private readonly Parser<Evaluation> _expression = Grammar();

    public Evaluation Evaluate(string text)
    {
        if (Refuse(text) is { } error)
        {
            return Fail(error);
        }

        return _expression.TryParse(text, out var value, out var fault) ? value : Fail(CannotRead(text, fault?.Position.Offset ?? 0));
    }

    private static Parser<Evaluation> Grammar()
    {
        var sum = Deferred<Evaluation>();
        var fraction = Literals.Char('.').SkipAnd(Literals.Pattern(char.IsAsciiDigit));
        var number = Terms.Pattern(char.IsAsciiDigit).And(fraction.Optional())
            .Then(static read => Number(read.Item1.Span, read.Item2.HasValue ? read.Item2.Value.Span : []));
        var group = Between(Terms.Char('('), sum, Terms.Char(')').ElseError(Unreadable));
        // Minus signs are a list, not a recursion: a long row of them takes no stack.
        var operand = ZeroOrMany(Terms.Char('-')).And(number.Or(group).ElseError(Unreadable))
            .Then(static read => read.Item1.Count % 2 == 0 ? read.Item2 : Subtract(new(0, null), read.Item2));
        var product = operand.LeftAssociative((Terms.Char('*'), Multiply), (Terms.Char('/'), Divide));
        sum.Parser = product.LeftAssociative((Terms.Char('+'), Add), (Terms.Char('-'), Subtract));
        return sum.AndSkip(Terms.WhiteSpace().Optional()).AndSkip(Always().Eof().ElseError(Unreadable));
    }

    private static Evaluation Number(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction) => Bounded(new(
        BigInteger.Parse($"{whole}{fraction}", CultureInfo.InvariantCulture),
        BigInteger.Pow(10, fraction.Length)));

    private static Evaluation Add(Evaluation a, Evaluation b) => Apply(a, b, static (a, b) => a + b);

    private static Evaluation Subtract(Evaluation a, Evaluation b) => Apply(a, b, static (a, b) => a - b);

    private static Evaluation Multiply(Evaluation a, Evaluation b) => Apply(a, b, static (a, b) => a * b);

    private static Evaluation Divide(Evaluation a, Evaluation b) => a.Error is null && b.Value is { Numerator.IsZero: true }
        ? Fail("division by zero")
        : Apply(a, b, static (a, b) => a / b);

    private static Evaluation Apply(Evaluation a, Evaluation b, Func<Rational, Rational, Rational> operation) =>
        (a.Value, b.Value) is ({ } left, { } right) ? Bounded(operation(left, right)) : a.Error is null ? b : a;

    private static Evaluation Bounded(Rational value) =>
        value.Numerator.GetBitLength() <= MaxBits && value.Denominator.GetBitLength() <= MaxBits ? new(value, null) : Fail("too large");

    /// <summary>Why the parser does not get to see the text, or null.</summary>
    private static string? Refuse(string text)
    {
        if (text.Length > MaxLength)
        {
            return "too long";
        }

        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth > MaxDepth)
            {
                return "too deep";
            }

            if (!char.IsAsciiDigit(text[at]) && !"+-*/(). \t\r\n".Contains(text[at]))
            {
                return CannotRead(text, at);
            }
        }

        return null;
    }

    private static string CannotRead(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at == text.Length ? "ends too soon" : $"cannot read '{(text[at] is >= ' ' and <= '~' ? text[at] : '?')}' at {at + 1}";
    }

    private static Evaluation Fail(string error) => new(null, error);
}
