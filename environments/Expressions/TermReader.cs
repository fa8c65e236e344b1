using System.Globalization;
using System.Numerics;

namespace Lab.Environments;

/// <summary>
/// Reads a term strictly: numbers without leading zeros, + - * / and parentheses, no blanks. At most <see cref="Longest"/>
/// characters, which bounds its work and its stack.
/// </summary>
/// <param name="text">What is read.</param>
/// <param name="signs">Whether a minus sign may stand in front of a number.</param>
internal ref struct TermReader(ReadOnlySpan<char> text, bool signs)
{
    /// <summary>Longest text that is read, in characters.</summary>
    public const int Longest = 200;

    private ReadOnlySpan<char> _rest = text;

    /// <summary>The term, or null where the text is none.</summary>
    public static Term? Read(string text, bool signs = false)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var reader = new TermReader(text, signs);
        var term = reader.Sum();
        return reader._rest.IsEmpty ? term : null;
    }

    private Term? Sum()
    {
        var term = Product();
        while (term is not null && (Take('+') ? Operation.Add : Take('-') ? Operation.Subtract : default(Operation?)) is { } operation)
        {
            term = Product() is { } next ? Term.Join(term, operation, next) : null;
        }

        return term;
    }

    private Term? Product()
    {
        var term = Operand();
        while (term is not null && (Take('*') ? Operation.Multiply : Take('/') ? Operation.Divide : default(Operation?)) is { } operation)
        {
            term = Operand() is { } next ? Term.Join(term, operation, next) : null;
        }

        return term;
    }

    private Term? Operand()
    {
        if (Take('('))
        {
            var term = Sum();
            return Take(')') ? term : null;
        }

        var negative = signs && Take('-');
        var digits = _rest.IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? _rest : _rest[..end];
        if (digits.IsEmpty || (digits.Length > 1 && digits[0] == '0'))
        {
            return null;
        }

        _rest = _rest[digits.Length..];
        var number = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return Term.Of(negative ? -number : number);
    }

    private bool Take(char expected)
    {
        if (_rest.IsEmpty || _rest[0] != expected)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }
}
