using Lab.Experiments;

namespace Lab.Tests;

/// <summary>Histories of metrics, written by hand.</summary>
internal static class Metrics
{
    public const string Stage = "reinforce";

    /// <summary>The same number a number of times.</summary>
    public static double[] Always(double value, int count) => [.. Enumerable.Repeat(value, count)];

    /// <summary>Numbers that rise, or fall, evenly.</summary>
    public static double[] Line(double from, double to, int count) => [.. Enumerable.Range(0, count).Select(index => from + ((to - from) * index / (count - 1)))];

    /// <summary>Lines of metrics: as many as the shortest column has numbers; NaN stands for one that was not measured.</summary>
    public static IEnumerable<MetricsLine> Of(params (string Name, double[] Values)[] columns) => Enumerable
        .Range(0, columns.Min(column => column.Values.Length))
        .Select(index => MetricsLine.Of(Stage, index + 1, columns.ToDictionary(column => column.Name, column => column.Values[index])));

    /// <summary>The alarms that such a history raises.</summary>
    public static IReadOnlyList<Alarm> Judge(params (string Name, double[] Values)[] columns) => Judge(Of(columns));

    /// <inheritdoc cref="Judge(ValueTuple{string, double[]}[])"/>
    public static IReadOnlyList<Alarm> Judge(IEnumerable<MetricsLine> lines)
    {
        var advisor = new Advisor(new HashSet<string> { Stage });
        foreach (var line in lines)
        {
            advisor.Add(line);
        }

        return advisor.Alarms;
    }
}
