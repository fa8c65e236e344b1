using System.Globalization;
using Lab.Core;
using Lab.Experiments;
using Spectre.Console;

namespace Lab.Cli;

/// <summary>What a person at a seat is shown, and where the person types.</summary>
internal sealed class PlayView(Surroundings surroundings)
{
    private const string Mark = "> ";
    private const string GoesOn = ". ";
    private static readonly string s_leave = OperatingSystem.IsWindows() ? "Ctrl-Z and Enter leave." : "Ctrl-D leaves.";

    private int _shown;

    /// <summary>What is played, and how to.</summary>
    public void Welcome(Plugin environment, ExperimentParts parts)
    {
        surroundings.Console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{environment.Kind}[/] [grey]{environment.Description}[/]");
        if (parts.Environment is IGame)
        {
            Row("", $"A line is a move. {s_leave}");
            return;
        }

        if (parts.Tools.Names is { Count: > 0 } tools)
        {
            Row("tools", $"{string.Join(", ", tools)}; call one like this: {tools[0]}: ...");
        }

        Row("", $"A line is an answer; one with \\ at its end goes on. {s_leave}");
    }

    /// <summary>A match begins.</summary>
    public void Begin(string title)
    {
        _shown = 0;
        surroundings.Console.WriteLine();
        Row("playing", title);
    }

    /// <summary>What the seat was told and shown since the last time.</summary>
    public void Show(Episode episode)
    {
        foreach (var segment in episode.Transcript.Skip(_shown).Where(segment => segment.Role != Role.Said || segment.Forced))
        {
            Row(segment.Role.ToString().ToLowerInvariant(), segment.Parts is [ResultPart result] ? result.Text : TranscriptView.Read(segment).TrimEnd('\n'));
        }

        _shown = episode.Transcript.Count;
    }

    /// <summary>The legal moves.</summary>
    public void Offer(EquatableArray<string> moves) => Row("moves", string.Join(' ', moves));

    /// <summary>Why what was typed is asked for again.</summary>
    public void Object(string objection) => Row("", objection, Color.Yellow);

    /// <summary>A line that the person types; null at the end of the input.</summary>
    public async Task<string?> Ask(bool goesOn, CancellationToken stop)
    {
        surroundings.Console.Write(goesOn ? GoesOn : Mark);

        string? line = null;
        try
        {
            // Nothing wakes a thread that waits for a terminal: an interrupt leaves it behind.
            return line = await Task.Run(surroundings.In.ReadLine, CancellationToken.None).WaitAsync(stop);
        }
        finally
        {
            if (line is null || !surroundings.IsTyped)
            {
                surroundings.Console.WriteLine(line ?? "");
            }
        }
    }

    /// <summary>How a match ended for the seat.</summary>
    /// <param name="episode">The seat's.</param>
    /// <param name="cause">Why it ended before its time, where it did.</param>
    /// <param name="solution">What would have been right; empty where nobody knows.</param>
    public void End(Episode episode, string? cause, EquatableArray<Part> solution)
    {
        Show(episode);
        if (cause is not null)
        {
            Row("ended", cause);
        }

        Row("verdict", TranscriptView.Decision(episode), episode.Verdict is { IsCorrect: true } ? Color.Green : Color.Red);
        if (episode.Verdict is { Answer: { } answer } && answer != episode.Transcript.LastOrDefault(segment => segment.Role == Role.Said)?.Text)
        {
            Row("read as", answer);
        }

        if (episode.Verdict is { Outcome: Outcome.Wrong } && solution.Count > 0)
        {
            Row("solution", TranscriptView.Read(new(Role.Said, solution)));
        }

        if (episode.Verdict is { Facts: { Count: > 0 } facts })
        {
            Row("facts", string.Join(", ", facts.Select(fact => string.Create(CultureInfo.InvariantCulture, $"{fact.Name} {fact.Value:0.###}"))));
        }

        if (episode.Unscored is not null || episode.Scores.Count > 0)
        {
            Row("score", episode.Unscored ?? TranscriptView.Scores(episode));
        }
    }

    /// <summary>How it went so far.</summary>
    public void Tally(string score) => Row("so far", score);

    private void Row(string label, string text, Color? color = null)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Width = 8, Padding = new(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        grid.AddRow(new Text(label, new(Color.Grey)), new Text(text, new(color)));
        surroundings.Console.Write(grid);
    }
}
