namespace Lab.Experiments;

/// <summary>The page's beginning: the name, and the result in one sentence.</summary>
internal static class HeadlineSection
{
    public static Html Render(Experiment experiment, RunReport report, IReadOnlyCollection<string> faults) => Html.Of($"""
        <header>
        <h1>{report.Experiment}</h1>
        <p class="lede">{Sentence(report)}</p>
        <p class="fine">{Explanation(report)}</p>
        <p class="meta"><span class="badge {(report.Status == RunStatus.Finished ? "finished" : "interrupted")}">{Status(report.Status)}</span>{Facts(experiment, report).Select(fact => Html.Of($"<span>{fact}</span>"))}</p>
        {(faults.Count > 0 ? Missing(faults) : Html.None)}
        </header>
        """);

    private static Html Sentence(RunReport report)
    {
        var time = Figures.Duration(report.Seconds);
        // In a game those who demonstrate play each other: what they win says nothing.
        var shown = !report.IsGame && report.Demonstrations is { } demonstrations
            ? Html.Of($"; its demonstrators get <span class=\"number\">{Figures.Percent(demonstrations.Accuracy)}</span> right")
            : Html.None;
        return Progression.Of(report) switch
        {
            null => Html.Of($"Stopped after <b>{time}</b>, before the policy was evaluated{shown}."),
            { IsStep: true } step => Html.Of($"""
                From <b>{Achievement.Of(step.First).Figure}</b> to <b>{Achievement.Of(step.Last).Figure}</b> {Achievement.Of(step.Last).Meaning} in <span class="number">{time}</span>{shown}.
                """),
            { Last: var only } => Html.Of($"""
                <b>{Achievement.Of(only).Figure}</b> {Achievement.Of(only).Meaning} in <span class="number">{time}</span>{shown}.
                """),
        };
    }

    private static string Explanation(RunReport report)
    {
        var meaning = Achievement.Explain(report.IsGame);
        return Progression.Of(report) switch
        {
            null => meaning,
            { IsStep: true, First: var first, Last: var last } => $"Measured {first.When} and {last.When}, on the same problems, answers {last.Sampling.Name()}. {meaning}",
            { Last: var only } => $"Measured {only.When}, answers {only.Sampling.Name()}. {meaning}",
        };
    }

    private static string Status(RunStatus status) => status switch
    {
        RunStatus.Finished => "finished",
        RunStatus.Interrupted => "interrupted: what it had learned by then is saved",
        _ => "failed: what it had learned by then is saved",
    };

    private static IEnumerable<string> Facts(Experiment experiment, RunReport report)
    {
        yield return $"seed {report.Seed}";
        if (experiment.Resolved is { } resolved)
        {
            yield return resolved.ActualDevice ?? SettingSection.Lower(resolved.Device);
            yield return resolved.Threads == 1 ? "1 thread" : $"{resolved.Threads} threads";
        }

        yield return $"{Figures.Count(report.Tokens.Sampled)} tokens sampled";
        yield return $"{Figures.Count(report.Tokens.Trained)} learned from";
    }

    private static Html Missing(IReadOnlyCollection<string> faults) => Html.Of($"""
        <div class="notice" role="note"><p>Not everything was there to report on:</p><ul>{faults.Select(fault => Html.Of($"<li>{fault}</li>"))}</ul></div>
        """);
}
