using Lab.Core;

namespace Lab.Environments;

/// <summary>A number, or two terms with an operation between them, with what it comes to.</summary>
internal sealed record Term
{
    private Term(Rational? value, string text, int binding, EquatableArray<Rational> numbers, Branch? branch) =>
        (Value, Text, Binding, Numbers, Parts) = (value, text, binding, numbers, branch);

    /// <summary>Exact; null where it divides by zero.</summary>
    public Rational? Value { get; }

    /// <summary>Written with no more parentheses than its value needs.</summary>
    public string Text { get; }

    /// <summary>The numbers that stand in it, from left to right.</summary>
    public EquatableArray<Rational> Numbers { get; }

    /// <summary>
    /// Written as what is added and taken away, or multiplied and divided by, in order: the same for terms that differ in that
    /// order alone.
    /// </summary>
    public string Canonical => Parts is null ? Text
        : $"({string.Concat(Operands(Binding, false).Select(operand => $"{operand.Operation.Symbol()}{operand.Term.Canonical}").Order(StringComparer.Ordinal))})";

    /// <summary>The larger of the two terms that its last operation joins; a number is left as it is.</summary>
    public Term WithoutLast => Parts is not { } branch ? this : branch.Right.Numbers.Count > branch.Left.Numbers.Count ? branch.Right : branch.Left;

    /// <summary>Whether every division in it comes out even.</summary>
    public bool IsEven => Value is { IsInteger: true } && (Parts is not { } branch || (branch.Left.IsEven && branch.Right.IsEven));

    private Branch? Parts { get; }

    // How tightly the outermost operation binds: 0 for a sum or difference, 1 for a product or quotient, 2 for a number.
    private int Binding { get; }

    /// <summary>A number, which must have an end as a decimal.</summary>
    public static Term Of(Rational number) => new(number, Decimals.Write(number)!, 2, [number], null);

    public static Term Join(Term left, Operation operation, Term right)
    {
        var binding = operation is Operation.Add or Operation.Subtract ? 0 : 1;
        var first = left.Binding < binding ? $"({left.Text})" : left.Text;
        var second = right.Binding < binding || (right.Binding == binding && !operation.Commutes()) ? $"({right.Text})" : right.Text;
        return new(Apply(left.Value, operation, right.Value), $"{first}{operation.Symbol()}{second}", binding, [.. left.Numbers, .. right.Numbers], new(left, operation, right));
    }

    public static Term operator +(Term left, Term right) => Join(left, Operation.Add, right);

    public static Term operator -(Term left, Term right) => Join(left, Operation.Subtract, right);

    public static Term operator *(Term left, Term right) => Join(left, Operation.Multiply, right);

    public static Term operator /(Term left, Term right) => Join(left, Operation.Divide, right);

    private static Rational? Apply(Rational? left, Operation operation, Rational? right) => (left, right) is not ({ } a, { } b) ? null : operation switch
    {
        Operation.Add => a + b,
        Operation.Subtract => a - b,
        Operation.Multiply => a * b,
        _ => b.Numerator.IsZero ? null : a / b,
    };

    /// <summary>What this term is made of, as far as operations of one binding go, each with the operation that brings it in.</summary>
    private IEnumerable<(Operation Operation, Term Term)> Operands(int binding, bool inverse)
    {
        if (Parts is { } branch && Binding == binding)
        {
            return branch.Left.Operands(binding, inverse).Concat(branch.Right.Operands(binding, inverse != !branch.Operation.Commutes()));
        }

        return [((binding, inverse) switch { (0, false) => Operation.Add, (0, true) => Operation.Subtract, (_, false) => Operation.Multiply, _ => Operation.Divide }, this)];
    }

    private sealed record Branch(Term Left, Operation Operation, Term Right);
}
