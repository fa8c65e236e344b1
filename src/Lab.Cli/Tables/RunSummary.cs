using System.Globalization;
using Lab.Experiments;
using Lab.Hosting;

namespace Lab.Cli;

/// <summary>What a run came to: a table, where the report is, and what to try next.</summary>
internal static class RunSummary
{
    public static void Write(RunFolder folder, WorkedRun worked, Surroundings surroundings)
    {
        var report = worked.Report;
        surroundings.Console.Write(EvaluationTable.Of(report.Demonstrations, report.Evaluation));
        // Lines that a person copies: never wrapped.
        var output = surroundings.Out;
        var time = Format.Duration(TimeSpan.FromSeconds(report.Seconds));
        output.WriteLine(report.Status == RunStatus.Interrupted ? $"interrupted after {time}; what was learned is saved" : $"finished after {time}");
        if (report.Alarms.Count > 0)
        {
            output.WriteLine($"alarms  {string.Join("; ", report.Alarms.Select(alarm => alarm.Title).Distinct())}");
        }

        output.WriteLine($"report  {folder.ReportPage}");
        if (report.Status == RunStatus.Interrupted)
        {
            output.WriteLine($"try     {TypedCommand.Of(ThisProgram.Command)} resume {TypedCommand.Quote(folder.Path)}");
        }
        else if (worked.Prompt is { } prompt && IsEasilyQuoted(prompt))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"try     {TypedCommand.Of(ThisProgram.Command)} sample {TypedCommand.Quote(folder.Path)} \"{prompt}\""));
        }
    }

    // Others mean something to some shell even within double quotes.
    private static bool IsEasilyQuoted(string prompt) => prompt.All(character => char.IsAsciiLetterOrDigit(character) || " +-*/=().,:;?<>".Contains(character));
}
