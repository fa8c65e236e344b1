using System.Globalization;
using Lab.Core;
using Spectre.Console;

namespace Lab.Cli;

/// <summary>Episodes as a person reads them: who said what, and what it was worth.</summary>
internal static class TranscriptView
{
    public static void Write(IReadOnlyList<Episode> episodes, IAnsiConsole console)
    {
        foreach (var (index, episode) in episodes.Index())
        {
            if (index > 0)
            {
                console.WriteLine();
            }

            console.Write(Draw(episode));
        }

        if (episodes.Count > 1)
        {
            console.WriteLine();
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{episodes.Count(episode => episode.Verdict is { IsCorrect: true })} of {episodes.Count} correct"));
        }
    }

    private static Grid Draw(Episode episode)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        foreach (var segment in episode.Transcript)
        {
            grid.AddRow(new Text(segment.Role.ToString().ToLowerInvariant(), new(Color.Grey)), new Text(Read(segment)));
        }

        grid.AddRow(new Text("verdict", new(Color.Grey)), new Text(Decision(episode), new(episode.Verdict is { IsCorrect: true } ? Color.Green : Color.Red)));
        if (episode.Scores.Count > 0)
        {
            grid.AddRow(new Text("score", new(Color.Grey)), new Text(Scores(episode)));
        }

        return grid;
    }

    /// <summary>A segment in one text, calls and results in brackets.</summary>
    public static string Read(Segment segment)
    {
        var parts = segment.Parts.Select(part => part switch
        {
            TextPart text => text.Text,
            CallPart call => $"[{call.Tool}: {call.Arguments}]",
            ResultPart result => $"[{result.Tool}: {result.Text}]",
            _ => "",
        });
        var text = string.Join(' ', parts);
        return segment.Ending switch
        {
            Ending.OutOfTokens => $"{text} (cut off)".TrimStart(),
            Ending.Malformed => $"{text} (malformed)".TrimStart(),
            _ => text,
        };
    }

    /// <summary>The outcome, and why where it is not correct.</summary>
    public static string Decision(Episode episode)
    {
        var outcome = episode.Verdict?.Outcome.ToString().ToLowerInvariant() ?? "none";
        return episode.Verdict?.Reason is { } reason ? $"{outcome}: {reason}" : outcome;
    }

    /// <summary>The sum of the scores and what it is made of.</summary>
    public static string Scores(Episode episode)
    {
        // A zero may be negative; adding zero takes the sign away.
        var terms = episode.Scores.Select(score => string.Create(CultureInfo.InvariantCulture, $"{score.Reward} {score.Value + 0.0:0.###} × {score.Weight:0.###}"));
        return $"{Format.Number(episode.TotalScore)} = {string.Join(" + ", terms)}";
    }
}
