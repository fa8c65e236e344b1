using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>The sentences about JSON that is not as it should be.</summary>
internal static class Wording
{
    /// <summary>Something else was expected.</summary>
    public static string Expected(string what, JsonElement found) => $"expected {what}, found {Name(found.ValueKind)}";

    /// <summary>A name that is none of those there are.</summary>
    /// <param name="sort">What it should name, such as option.</param>
    /// <param name="name">As written.</param>
    /// <param name="known">What there is.</param>
    public static string Unknown(string sort, string name, IReadOnlyCollection<string> known) =>
        $"unknown {sort} '{Excerpt.Of(name)}'; "
        + (Nearest.To(name, known) is { } near ? $"did you mean '{near}'?" : Among(sort, known));

    /// <summary>What there is to choose from.</summary>
    public static string Among(string sort, IReadOnlyCollection<string> known) => known.Count == 0
        ? $"there is no {sort} to choose from"
        : $"the {sort}s are {string.Join(", ", known)}";

    public static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
