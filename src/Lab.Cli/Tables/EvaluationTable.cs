using System.Globalization;
using Lab.Experiments;
using Spectre.Console;

namespace Lab.Cli;

/// <summary>Evaluations as a table, the demonstrations first.</summary>
internal static class EvaluationTable
{
    public static Table Of(DemonstrationReport? demonstrations, IReadOnlyList<EvaluationResult> evaluations)
    {
        var isGame = evaluations.Any(result => result.Game is not null);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("when");
        table.AddColumn("sampling");
        foreach (var name in isGame ? new[] { "play", "won", "95 % interval", "matches", "tokens" } : ["correct", "95 % interval", "problems", "tokens"])
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        // In a game those who demonstrate play each other: what they win says nothing.
        if (!isGame && demonstrations is { } shown)
        {
            table.AddRow("demonstrations", "", Format.Share(shown.Accuracy), Interval(shown.Low, shown.High), Format.Count(shown.Episodes), "");
        }

        foreach (var result in evaluations)
        {
            var achieved = Achievement.Of(result);
            string[] numbers = [Format.Share(result.Accuracy), Interval(result.Low, result.High), Format.Count(result.Problems), result.TokensPerEpisode.ToString("0.0", CultureInfo.InvariantCulture)];
            table.AddRow(isGame
                ? [Markup.Escape(result.When), RunLines.Name(result.Sampling), $"[bold]{achieved.Name} {achieved.Figure}[/]", .. numbers]
                : [Markup.Escape(result.When), RunLines.Name(result.Sampling), $"[bold]{numbers[0]}[/]", .. numbers[1..]]);
        }

        return table;
    }

    private static string Interval(double low, double high) => $"{Format.Share(low)} – {Format.Share(high)}";
}
