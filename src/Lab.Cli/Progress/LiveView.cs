using System.Globalization;
using Lab.Experiments;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lab.Cli;

/// <summary>A run as a terminal shows it: a bar for each stage, the numbers that matter, the last held-out evaluation.</summary>
internal static class LiveView
{
    private const int LabelWidth = 16;
    private const int LineWidth = 40;

    /// <summary>Draws the view.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="now">Since the run's process began.</param>
    /// <param name="width">Columns there are.</param>
    public static IRenderable Draw(RunView view, TimeSpan now, int width)
    {
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn { NoWrap = true, Width = LabelWidth, Padding = new(0, 0, 1, 0) });
        grid.AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        Row(grid, view.Experiment.Name, $"[grey]{Markup.Escape(RunLines.Setting(view))}[/]", "bold");
        foreach (var note in view.Notes)
        {
            Row(grid, "resumed", $"[yellow]{Markup.Escape(note)}[/]");
        }

        foreach (var stage in view.Stages)
        {
            Row(grid, stage.Label, Bar(view, stage, now, width - LabelWidth - 2));
        }

        if (view.Stages is [.., { Metrics.Count: > 0 } current])
        {
            grid.AddEmptyRow();
            AddNumbers(grid, current);
        }

        foreach (var alarm in view.Alarms)
        {
            Row(grid, "!", $"[yellow]{Markup.Escape(alarm.Title)}[/]\n[grey]{Markup.Escape(alarm.Remedy)}[/]", "yellow");
        }

        if (view.Stages is [.., { HeldOut: { } during }])
        {
            Row(grid, view.Stages[^1].IsGame ? "examined" : "held out", $"{during}  [grey](during the stage)[/]");
        }

        foreach (var after in view.Evaluations.GroupBy(result => result.When))
        {
            Row(grid, after.Key, string.Join(", ", after.Select(result => $"{RunLines.Name(result.Sampling)} {(result.Game is null ? Format.Share(result.Accuracy) : $"{Achievement.Of(result).Name} {Achievement.Of(result).Figure}")}")));
        }

        if (view is { IsStopping: true, Report: null })
        {
            Row(grid, "", $"[yellow]{RunLines.Stopping}[/]");
        }

        return grid;
    }

    private static void Row(Grid grid, string label, string content, string style = "default") =>
        grid.AddRow(new Markup($"[{style}]{Markup.Escape(label.Length > LabelWidth ? label[..(LabelWidth - 1)] + "…" : label)}[/]"), new Markup(content));

    private static string Bar(RunView view, StageView stage, TimeSpan now, int width)
    {
        var current = view.Report is null && stage == view.Stages[^1];
        var count = string.Create(CultureInfo.InvariantCulture, $"{stage.Done}/{stage.Iterations}");
        var state = !current ? Format.Duration(stage.Last - stage.Started)
            : view.IsEvaluating ? "evaluating"
            : stage.Left(now) is { } left ? $"{Format.Duration(now - stage.Started)}, {Format.Duration(left)} left"
            : Format.Duration(now - stage.Started);
        var length = Math.Clamp(width - 34, 8, 40);
        var full = (int)((long)length * stage.Done / stage.Iterations);
        return $"[green]{new string('━', full)}[/][grey]{new string('━', length - full)}[/]  {count,-9} [grey]{state}[/]";
    }

    private static void AddNumbers(Grid grid, StageView stage)
    {
        if (stage.Imitates)
        {
            var finite = stage.History.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
            Row(grid, "loss", $"{Format.Number(stage[MetricNames.Loss])}  [blue]{Sparkline.Draw(stage.History, finite.Min(), finite.Max(), LineWidth)}[/]");
            Row(grid, "shown", $"{Format.Share(stage[MetricNames.Accuracy] ?? 0)} of the demonstrations are correct");
        }
        else
        {
            Row(grid, stage.IsGame ? "won" : "correct", $"[bold]{Format.Share(stage[MetricNames.Accuracy] ?? 0)}[/]  [blue]{Sparkline.Draw(stage.History, 0, 1, LineWidth)}[/]");
            Row(grid, "reward", $"{Format.Number(stage[MetricNames.RewardTotal])}   entropy {Format.Number(stage[MetricNames.Entropy])}   KL {Format.Number(stage[MetricNames.Kl])}");
        }

        Row(grid, "rate", $"{Format.Count(stage[MetricNames.TokensPerSecond] ?? 0)} tokens/s");
    }
}
