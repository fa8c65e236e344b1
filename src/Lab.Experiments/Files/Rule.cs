using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lab.Experiments;

/// <summary>Validation attributes, in the lab's words.</summary>
internal static class Rule
{
    /// <summary>Whether the rule on a list speaks of its items, not of the list.</summary>
    public static bool IsForItems(this ValidationAttribute rule) =>
        rule is RangeAttribute or RegularExpressionAttribute or StringLengthAttribute or AllowedValuesAttribute or DeniedValuesAttribute;

    /// <summary>What is wrong with the value, or null.</summary>
    public static string? Violation(this ValidationAttribute rule, object value, string name)
    {
        var kept = rule switch
        {
            // The attribute lets the empty string pass, whatever its pattern.
            RegularExpressionAttribute { Pattern: var pattern } when value is "" => Regex.IsMatch("", $@"\A(?:{pattern})\z"),
            // The attribute rounds 1.4 to 1 where its ends are written as whole numbers, and overflows.
            RangeAttribute { Minimum: int or double } range when value is not string => IsWithin(range, Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            _ => rule.IsValid(value),
        };
        return kept ? null : rule.ErrorMessage is null ? rule.Demand(value is string) ?? rule.FormatErrorMessage(name) : rule.FormatErrorMessage(name);
    }

    /// <summary>What the rule asks for, where the lab has words of its own for it.</summary>
    public static string? Demand(this ValidationAttribute rule, bool ofText) => rule switch
    {
        RangeAttribute { MinimumIsExclusive: false, MaximumIsExclusive: false } range => $"must be from {Number(range.Minimum)} to {Number(range.Maximum)}",
        RangeAttribute range =>
            $"must be {(range.MinimumIsExclusive ? "above" : "at least")} {Number(range.Minimum)} and {(range.MaximumIsExclusive ? "below" : "at most")} {Number(range.Maximum)}",
        MinLengthAttribute least => $"must have at least {Count(least.Length, ofText)}",
        MaxLengthAttribute most => $"must have at most {Count(most.Length, ofText)}",
        LengthAttribute { MinimumLength: var low, MaximumLength: var high } =>
            low == high ? $"must have {Count(low, ofText)}" : $"must have from {Number(low)} to {Count(high, ofText)}",
        RegularExpressionAttribute { Pattern: var pattern } => $"must match {pattern}",
        AllowedValuesAttribute { Values: var values } => $"must be one of {string.Join(", ", values.Select(Number))}",
        _ => null,
    };

    private static bool IsWithin(RangeAttribute range, double value)
    {
        var low = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture);
        var high = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
        return (range.MinimumIsExclusive ? value > low : value >= low) && (range.MaximumIsExclusive ? value < high : value <= high);
    }

    private static string Number(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string Count(int count, bool ofText) => $"{Number(count)} {(ofText ? "character" : "item")}{(count == 1 ? "" : "s")}";
}
