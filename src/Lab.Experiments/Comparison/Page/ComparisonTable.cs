namespace Lab.Experiments;

/// <summary>What every run of a comparison came to, a row each.</summary>
internal static class ComparisonTable
{
    public static Html Render(ComparisonReport report) => Html.Of($"""
        <section><h2>After the last stage</h2>
        <table class="evaluation compared"><thead><tr><th scope="col">variant</th><th scope="col" class="n">seed</th><th scope="col" class="n">sampled</th><th scope="col">95 % interval</th><th scope="col" class="n">greedy</th><th scope="col">95 % interval</th><th scope="col" class="n">tokens<span> sampled</span></th><th scope="col" class="n">time</th></tr></thead><tbody>
        {report.Runs.Select(Row)}
        </tbody></table></section>
        """);

    private static Html Row(ComparedReport run) => Html.Of($"""
        <tr><th scope="row">{Name(run)}</th><td class="n"><i>seed </i>{run.Seed}</td>{Share(run, Sampling.Sampled)}{Share(run, Sampling.Greedy)}{Spent(run)}</tr>
        """);

    // A run that has no report has no page either.
    private static Html Name(ComparedReport run) => run.Report is null
        ? Html.Of($"{run.Label} <small>not ended</small>")
        : Html.Of($"<a href=\"{run.Folder}/report.html\">{run.Label}</a>{(run.Report.Status == RunStatus.Finished ? Html.None : Html.Of($" <small>{SettingSection.Lower(run.Report.Status)}</small>"))}");

    private static Html Share(ComparedReport run, Sampling sampling) => run.Report?.Evaluation.LastOrDefault(result => result.Sampling == sampling) is { } last
        ? last.Game is not null ? Html.Of($"<td class=\"n share\">{Achievement.Of(last).Figure}</td><td>{Achievement.Of(last).Name}</td>") : EvaluationSection.Share(last.Accuracy, last.Low, last.High)
        : Html.Of($"<td class=\"n none\">–</td><td class=\"none\"></td>");

    private static Html Spent(ComparedReport run) => run.Report is { } report
        ? Html.Of($"<td class=\"n\">{Figures.Count(report.Tokens.Sampled)}<i> tokens</i></td><td class=\"n\">{Figures.Duration(report.Seconds)}</td>")
        : Html.Of($"<td class=\"n none\">–</td><td class=\"n none\">–</td>");
}
