namespace Lab.Experiments;

/// <summary>What went wrong while it learned, in order of cause, and what to do about it.</summary>
internal static class AdviceSection
{
    /// <summary>The section; nothing where nothing went wrong.</summary>
    public static Html Render(RunReport report) => report.Alarms.Count == 0 ? Html.None : Html.Of($"""
        <section class="advice"><h2>What went wrong</h2>
        <ol>{report.Alarms.Select(Entry)}</ol></section>
        """);

    private static Html Entry(Alarm alarm) => Html.Of($"""
        <li>{Icon.Warning}<div><h3>{Capital(alarm.Title)} <small>{When(alarm)}</small></h3><p>{alarm.Explanation}</p><p><b>Remedy</b> {alarm.Remedy}</p></div></li>
        """);

    private static string When(Alarm alarm) => alarm.Until is not { } until ? $"{alarm.Stage}, from iteration {Figures.Plain(alarm.Iteration)} on"
        : until == alarm.Iteration ? $"{alarm.Stage}, iteration {Figures.Plain(until)}"
        : $"{alarm.Stage}, iterations {Figures.Plain(alarm.Iteration)} to {Figures.Plain(until)}";

    private static string Capital(string title) => char.ToUpperInvariant(title[0]) + title[1..];
}
