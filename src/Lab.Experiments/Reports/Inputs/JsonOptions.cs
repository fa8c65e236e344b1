using System.Text.Json;

namespace Lab.Experiments;

/// <summary>Lays JSON options out flat: dotted name and value, such as <c>demonstrations.mistyped</c> and <c>0.25</c>.</summary>
internal static class JsonOptions
{
    /// <summary>A member of an object; nothing where there is none.</summary>
    public static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>Everything in an element.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(JsonElement element, string path = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Of(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array when element.EnumerateArray().All(IsPlain) => [new(path, string.Join(", ", element.EnumerateArray().Select(Write)))],
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Of(item, $"{path}[{Figures.Plain(index)}]")),
        JsonValueKind.Undefined => [],
        _ => [new(path, Write(element))],
    };

    /// <summary>A list of plugins: the kind of each, and its options in one line.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfPlugins(JsonElement list) => list.ValueKind != JsonValueKind.Array ? [] : list.EnumerateArray()
        .Select(plugin => Of(plugin).ToLookup(option => option.Key == LabJson.Kind))
        .Where(options => options[true].Any())
        .Select(options => KeyValuePair.Create(
            options[true].First().Value,
            string.Join(", ", options[false].Select(option => $"{option.Key} {option.Value}"))));

    private static bool IsPlain(JsonElement element) => element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static string Write(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
}
