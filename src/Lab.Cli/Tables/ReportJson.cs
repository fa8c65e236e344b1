using System.Text.Json;
using System.Text.Json.Nodes;
using Lab.Experiments;

namespace Lab.Cli;

/// <summary>A run's report for scripts: report.json on one line, and the folder it is of.</summary>
internal static class ReportJson
{
    public static void Write(RunFolder folder, RunReport report, TextWriter output)
    {
        var json = JsonSerializer.SerializeToNode(report, RecordJson.Line)!.AsObject();
        json.Insert(0, "run", JsonValue.Create(folder.Path));
        output.WriteLine(json.ToJsonString(RecordJson.Line));
    }
}
