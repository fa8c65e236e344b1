using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Judges single values: numbers, strings, choices.</summary>
internal static class Scalars
{
    // More digits than any whole number type has; longer numerals need not be read to be refused.
    private const int MostDigits = 40;

    /// <summary>What is wrong with the value, or null.</summary>
    /// <param name="value">What is written.</param>
    /// <param name="shape">What it should be.</param>
    /// <param name="range">The range that its attributes give, as a sentence, where they give one.</param>
    public static string? Fault(JsonElement value, Shape shape, string? range) => shape switch
    {
        Shape.Text => value.ValueKind == JsonValueKind.String ? null : Wording.Expected("a string", value),
        Shape.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : Wording.Expected("true or false", value),
        Shape.Choice choice => Fault(value, choice),
        Shape.Whole whole => Fault(value, whole, range),
        Shape.Real real when value.ValueKind != JsonValueKind.Number => Wording.Expected("a number", value),
        Shape.Real real => Math.Abs(value.GetDouble()) <= real.Limit ? null : range ?? "is too large a number",
        _ => null,
    };

    private static string? Fault(JsonElement value, Shape.Choice choice)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return Wording.Expected($"one of {string.Join(", ", choice.Names)}", value);
        }

        var name = value.GetString()!;
        return choice.Names.Contains(name) ? null : Wording.Unknown("value", name, choice.Names);
    }

    private static string? Fault(JsonElement value, Shape.Whole whole, string? range)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return Wording.Expected("a whole number", value);
        }

        var digits = value.GetRawText();
        if (!digits.AsSpan().TrimStart('-').ContainsOnlyDigits())
        {
            return $"expected a whole number in plain digits, found {Excerpt.Of(digits)}";
        }

        var holds = digits.Length <= MostDigits && BigInteger.Parse(digits, CultureInfo.InvariantCulture) is var number
            && number >= whole.Low && number <= whole.High && (whole.Low.Sign < 0 || digits[0] != '-');
        return holds ? null : range ?? $"must be from {whole.Low} to {whole.High}";
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
