using System.Globalization;
using Lab.Experiments;
using Spectre.Console;

namespace Lab.Cli;

/// <summary>Evaluations as a table, the demonstrations first.</summary>
internal static class EvaluationTable
{
    public static Table Of(DemonstrationReport? demonstrations, IEnumerable<EvaluationResult> evaluations)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("when");
        table.AddColumn("sampling");
        table.AddColumn(new TableColumn("correct").RightAligned());
        table.AddColumn(new TableColumn("95 % interval").RightAligned());
        table.AddColumn(new TableColumn("problems").RightAligned());
        table.AddColumn(new TableColumn("tokens").RightAligned());
        if (demonstrations is { } shown)
        {
            table.AddRow("demonstrations", "", Format.Share(shown.Accuracy), Interval(shown.Low, shown.High), Format.Count(shown.Episodes), "");
        }

        foreach (var result in evaluations)
        {
            table.AddRow(
                Markup.Escape(result.When),
                RunLines.Name(result.Sampling),
                $"[bold]{Format.Share(result.Accuracy)}[/]",
                Interval(result.Low, result.High),
                Format.Count(result.Problems),
                result.TokensPerEpisode.ToString("0.0", CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static string Interval(double low, double high) => $"{Format.Share(low)} – {Format.Share(high)}";
}
