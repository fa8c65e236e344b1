using System.Text.Json.Nodes;
using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>Whether two runs came to the same: every byte and number but those that are times.</summary>
internal static class RunComparison
{
    private static readonly string[] s_times = [MetricNames.Seconds, "tokens.per_second", "time."];

    public static void AreSame(RunFolder expected, RunFolder actual)
    {
        foreach (var weights in new[] { "imitate", "reinforce", "distil", "final" }.Where(weights => Directory.Exists(Path.Combine(expected.Checkpoints, weights))))
        {
            CollectionAssert.AreEqual(Weights(expected, weights), Weights(actual, weights), weights);
        }

        CollectionAssert.AreEqual(Metrics(expected), Metrics(actual));
        var files = Directory.GetFiles(expected.Episodes).Select(file => Path.GetFileName(file)).Order().ToArray();
        CollectionAssert.AreEqual(files, Directory.GetFiles(actual.Episodes).Select(file => Path.GetFileName(file)).Order().ToArray());
        foreach (var file in files)
        {
            Assert.AreEqual(File.ReadAllText(Path.Combine(expected.Episodes, file)), File.ReadAllText(Path.Combine(actual.Episodes, file)), file);
        }

        Assert.AreEqual(Report(expected), Report(actual));
    }

    /// <summary>The lines of metrics.jsonl without what is a time.</summary>
    public static string[] Metrics(RunFolder run) => [.. File.ReadLines(run.Metrics).Select(line =>
    {
        var numbers = JsonNode.Parse(line)!.AsObject();
        foreach (var name in numbers.Select(number => number.Key).Where(name => s_times.Any(time => name.StartsWith(time, StringComparison.Ordinal))).ToArray())
        {
            numbers.Remove(name);
        }

        return numbers.ToJsonString();
    })];

    private static byte[] Weights(RunFolder run, string name) => File.ReadAllBytes(new ModelFolder(Path.Combine(run.Checkpoints, name)).Weights);

    private static string Report(RunFolder run)
    {
        var report = JsonNode.Parse(File.ReadAllText(run.ReportData))!.AsObject();
        report.Remove("seconds");
        return report.ToJsonString();
    }
}
