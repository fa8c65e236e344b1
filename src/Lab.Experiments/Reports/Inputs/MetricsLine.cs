using System.Text.Json;

namespace Lab.Experiments;

/// <summary>A line of metrics.jsonl.</summary>
/// <param name="Stage">The stage's label.</param>
/// <param name="Iteration">From 1.</param>
/// <param name="Values">The numbers by name; all are finite.</param>
internal sealed record MetricsLine(string Stage, int Iteration, IReadOnlyDictionary<string, double> Values)
{
    /// <summary>A line as it is written: numbers that are not finite are left out.</summary>
    public static MetricsLine Of(string stage, int iteration, IReadOnlyDictionary<string, double> metrics) =>
        new(stage, iteration, new OrderedDictionary<string, double>(metrics.Where(metric => double.IsFinite(metric.Value))));

    /// <summary>The line, or null where it lacks its stage or its iteration.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static MetricsLine? Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        var line = document.RootElement;
        if (line.ValueKind != JsonValueKind.Object
            || !line.TryGetProperty("stage", out var stage) || stage.ValueKind != JsonValueKind.String
            || !line.TryGetProperty("iteration", out var number) || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt32(out var iteration) || iteration < 1)
        {
            return null;
        }

        var values = new OrderedDictionary<string, double>();
        foreach (var member in line.EnumerateObject())
        {
            if (member.Name != "iteration" && member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetDouble(out var value) && double.IsFinite(value))
            {
                values[member.Name] = value;
            }
        }

        return new(stage.GetString()!, iteration, values);
    }
}
