using System.Text.Json;

namespace Lab.Tests;

/// <summary>golden/learning.json: numbers worked out in double precision by an independent program.</summary>
internal static class Golden
{
    public static JsonElement Learning(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "learning.json")));
        return document.RootElement.GetProperty(name).Clone();
    }

    /// <summary>A list of numbers, or a list of lists, flattened.</summary>
    public static float[] Floats(this JsonElement element, string name) => [.. Flatten(element.GetProperty(name)).Select(number => (float)number)];

    /// <summary>A list of lists of numbers.</summary>
    public static float[][] Rows(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(row => Flatten(row).Select(number => (float)number).ToArray())];

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    /// <summary>Those numbers whose flag is set.</summary>
    public static float[] Where(this float[] numbers, float[] flags) => [.. numbers.Where((_, index) => flags[index] != 0)];

    private static IEnumerable<double> Flatten(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flatten) : [element.GetDouble()];
}
