using Lab.Core;

namespace Lab.Experiments;

/// <summary>An episode as people read it: what was said, called and observed, the answer, the verdict.</summary>
internal static class TranscriptView
{
    private const int Longest = 2000;

    /// <summary>Everything after the prompt.</summary>
    public static Html Render(Episode episode) => Html.Of($"""
        <ol class="transcript">{episode.Transcript.Skip(1).Select(segment => Segment(episode, segment))}</ol>
        <p class="verdict {Icon.Style(episode.Verdict!.Outcome)}">{Icon.Of(episode.Verdict.Outcome)}<b>{Icon.Word(episode.Verdict.Outcome)}</b>{Reason(episode)}</p>
        """);

    /// <summary>The prompt, or whatever the transcript begins with.</summary>
    public static Html Prompt(Episode episode) => Words(string.Concat(episode.Transcript[0].Parts.Select(Text)));

    private static Html Segment(Episode episode, Segment segment)
    {
        var parts = segment.Parts.Count > 0 ? segment.Parts : [new TextPart("")];
        return Html.Of($"""
            {parts.Select(part => Html.Of($"<li><span>{Verb(episode, segment, part)}</span><q>{Words(Text(part))}</q></li>"))}{Cut(segment.Ending)}
            """);
    }

    private static string Verb(Episode episode, Segment segment, Part part) => (segment.Role, part) switch
    {
        (Role.Said, CallPart call) => $"calls {Shorten(call.Tool)}",
        (Role.Said, _) when episode.StopReason == StopReason.Answered && ReferenceEquals(segment, episode.Last) => "answers",
        (Role.Said, _) => "says",
        (Role.Prompt, _) => "is asked",
        _ => "observes",
    };

    private static Html Cut(Ending ending) => ending switch
    {
        Ending.OutOfTokens => Html.Of($"<li><span></span><i>cut: out of tokens</i></li>"),
        Ending.Malformed => Html.Of($"<li><span></span><i>malformed</i></li>"),
        _ => Html.None,
    };

    private static Html Reason(Episode episode)
    {
        var why = episode.StopReason switch
        {
            StopReason.OutOfTokens => "out of tokens",
            StopReason.TooManyCalls => "too many calls",
            StopReason.LimitExceeded => "over a limit",
            StopReason.Malformed => "malformed",
            StopReason.EndedByOther => "ended by another seat",
            _ => null,
        };
        string[] reasons = [.. new[] { episode.Verdict!.Reason, why }.OfType<string>().Distinct()];
        return reasons.Length == 0 ? Html.None : Html.Of($": {Words(string.Join(", ", reasons))}");
    }

    private static string Text(Part part) => part switch
    {
        TextPart text => text.Text,
        CallPart call => call.Arguments,
        ResultPart result => result.Text,
        _ => "",
    };

    private static Html Words(string text) => text.Length switch
    {
        0 => Html.Of($"<i>nothing</i>"),
        > Longest => Html.Of($"{text[..Longest]}<i>… and {Figures.Count(text.Length - Longest)} characters more</i>"),
        _ => Html.Of($"{text}"),
    };

    private static string Shorten(string name) => name.Length > 40 ? $"{name[..40]}…" : name;
}
