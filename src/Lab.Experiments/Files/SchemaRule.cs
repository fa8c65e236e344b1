using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Lab.Experiments;

/// <summary>Validation attributes in the words of JSON schema.</summary>
internal static class SchemaRule
{
    /// <param name="rule">The attribute; one that schemas cannot say is left to the reader.</param>
    /// <param name="schema">The schema of the value that it speaks of.</param>
    /// <param name="isList">Whether the member is a list.</param>
    public static void Apply(ValidationAttribute rule, JsonObject schema, bool isList)
    {
        switch (rule)
        {
            case RangeAttribute range:
                schema.Remove("minimum");
                schema.Remove("maximum");
                schema[range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = Number(range.Minimum);
                schema[range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum"] = Number(range.Maximum);
                break;
            case RegularExpressionAttribute { Pattern: var pattern }:
                schema["pattern"] = $"^(?:{pattern})$";
                break;
            case MinLengthAttribute least:
                schema[isList ? "minItems" : "minLength"] = least.Length;
                break;
            case MaxLengthAttribute most:
                schema[isList ? "maxItems" : "maxLength"] = most.Length;
                break;
            case LengthAttribute length:
                schema[isList ? "minItems" : "minLength"] = length.MinimumLength;
                schema[isList ? "maxItems" : "maxLength"] = length.MaximumLength;
                break;
        }
    }

    private static JsonNode Number(object value) => JsonNode.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!)!;
}
