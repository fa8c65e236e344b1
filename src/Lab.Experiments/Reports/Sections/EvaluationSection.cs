namespace Lab.Experiments;

/// <summary>The evaluations as a table, the demonstrators in its first row.</summary>
internal static class EvaluationSection
{
    private const double PlotWidth = 160;
    private const double PlotHeight = 16;

    /// <param name="report">Has the evaluations.</param>
    /// <param name="tooLong">Demonstrations that were left out, for they were longer than the policy's context.</param>
    public static Html Render(RunReport report, double tooLong)
    {
        if (report.Evaluation.Count == 0 && report.Demonstrations is null)
        {
            return Html.None;
        }

        var undecided = report.Evaluation.Any(result => result.Undecided > 0);
        return Html.Of($"""
            <section><h2>Evaluation</h2>
            <table class="evaluation"><thead><tr><th scope="col">when</th><th scope="col" class="n">{(report.IsGame ? "won" : "accuracy")}</th><th scope="col">95 % interval</th><th scope="col" class="n">{Played(report)}</th><th scope="col" class="n">tokens<span> per episode</span></th><th scope="col" class="n">calls<span> per episode</span></th>{(undecided ? Html.Of($"<th scope=\"col\" class=\"n\">undecided</th>") : Html.None)}</tr></thead><tbody>
            {(!report.IsGame && report.Demonstrations is { } shown ? Demonstrators(shown, undecided) : Html.None)}
            {report.Evaluation.Select(result => Row(result, Played(report), undecided))}
            </tbody></table>
            {(tooLong > 0 ? Html.Of($"<p class=\"fine\">{Figures.Count((long)tooLong)} {(tooLong == 1 ? "demonstration" : "demonstrations")} longer than the policy’s context: left out.</p>") : Html.None)}</section>
            """);
    }

    private static string Played(RunReport report) => report.IsGame ? "matches" : "problems";

    private static Html Demonstrators(DemonstrationReport shown, bool undecided) => Html.Of($"""
        <tr class="shown"><th scope="row">demonstrators <small>what was imitated</small></th>{Share(shown.Accuracy, shown.Low, shown.High)}<td class="n">{Figures.Count(shown.Episodes)}<i> problems</i></td><td class="n none">–</td><td class="n none">–</td>{(undecided ? Html.Of($"<td class=\"n none\">–</td>") : Html.None)}</tr>
        """);

    private static Html Row(EvaluationResult result, string played, bool undecided) => Html.Of($"""
        <tr><th scope="row">{result.When} <small>{result.Sampling.Name()}</small></th>{Share(result.Accuracy, result.Low, result.High)}<td class="n">{Figures.Count(result.Problems)}<i> {played}</i></td><td class="n">{Figures.Fixed(result.TokensPerEpisode, 1)}<i> tokens</i></td><td class="n">{Figures.Fixed(result.CallsPerEpisode, 2)}<i> calls</i></td>{(undecided ? Html.Of($"<td class=\"n\">{result.Undecided}<i> undecided</i></td>") : Html.None)}</tr>
        """);

    /// <summary>The two cells of a share: the number, and its interval drawn and in words.</summary>
    public static Html Share(double value, double low, double high)
    {
        var scale = new Scale(0, 1, 5, PlotWidth - 5);
        return Html.Of($"""
            <td class="n share">{Figures.Percent(value)}</td><td class="range"><svg viewBox="0 0 {PlotWidth} {PlotHeight}" aria-hidden="true"><path class="row" d="M{scale.At(0)} 8H{scale.At(1)}"/><path class="interval" d="M{scale.At(low)} 8H{scale.At(high)}"/><circle cx="{scale.At(value)}" cy="8" r="4"/></svg><span>{Figures.Percent(low)} to {Figures.Percent(high)}</span></td>
            """);
    }
}
