namespace Lab.Experiments;

/// <summary>A comparison's beginning: what was compared, and between what the variants ended.</summary>
internal static class ComparisonHeadline
{
    public static Html Render(ComparisonReport report)
    {
        var reports = report.Runs.Select(run => run.Report).OfType<RunReport>().ToArray();
        var waiting = report.Runs.Count - reports.Length;
        var done = waiting == 0 && reports.All(run => run.Status == RunStatus.Finished);
        return Html.Of($"""
            <header>
            <h1>{report.Comparison}</h1>
            <p class="lede">{Sentence(report, reports)}</p>
            <p class="fine">{Caution(report)} {Achievement.Explain(report.IsGame)}</p>
            <p class="meta"><span class="badge {(done ? "finished" : "interrupted")}">{(done ? "finished" : Rest(reports, waiting))}</span><span>{Count(report.Variants.Count, "variant")} of {report.Base}</span><span>{Count(report.Seeds.Count, "seed")}</span><span>{Figures.Count(reports.Sum(run => run.Tokens.Sampled))} tokens sampled</span><span>{Figures.Duration(reports.Sum(run => run.Seconds))} of work</span></p>
            </header>
            """);
    }

    private static Html Sentence(ComparisonReport report, RunReport[] reports)
    {
        var last = reports.Where(run => run.Status == RunStatus.Finished).Select(Progression.Of).OfType<Progression>().Select(progression => progression.Last).ToArray();
        return last switch
        {
            [] => Html.Of($"{Count(report.Variants.Count, "variant")} of {report.Base}; none has ended yet."),
            [var only] => Html.Of($"<b>{Achievement.Of(only).Figure}</b> {Achievement.Of(only).Meaning}; the other variants have not ended."),
            _ when last.All(result => result.Merit == last[0].Merit) => Html.Of($"""
                {Count(report.Variants.Count, "variant")} all end at <b>{Achievement.Of(last[0]).Figure}</b> {Achievement.Of(last[0]).Meaning}.
                """),
            _ => Html.Of($"""
                {Count(report.Variants.Count, "variant")} end between <b>{Achievement.Of(last.MinBy(result => result.Merit)!).Figure}</b> and <b>{Achievement.Of(last.MaxBy(result => result.Merit)!).Figure}</b> {Achievement.Of(last[0]).Meaning}.
                """),
        };
    }

    private static string Caution(ComparisonReport report) => report.Seeds.Count switch
    {
        1 => "One seed is an anecdote: another may well order the variants differently.",
        var seeds => $"{seeds} seeds each: differences smaller than those between seeds mean nothing.",
    };

    private static string Rest(RunReport[] reports, int waiting) => string.Join(", ", new[]
    {
        (Count: reports.Count(run => run.Status == RunStatus.Finished), Word: "finished"),
        (Count: reports.Count(run => run.Status == RunStatus.Failed), Word: "failed"),
        (Count: reports.Count(run => run.Status == RunStatus.Interrupted), Word: "interrupted"),
        (Count: waiting, Word: "not ended"),
    }.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Word}"));

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
