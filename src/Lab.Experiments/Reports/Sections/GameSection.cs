using Lab.Core;

namespace Lab.Experiments;

/// <summary>How a game is played at the end of the last stage: against players that stand still, and against what is known exactly.</summary>
internal static class GameSection
{
    public static Html Render(RunReport report)
    {
        var last = report.Evaluation.Count > 0 ? report.Evaluation[^1].When : null;
        var exams = report.Evaluation.Where(result => result.When == last && result.Game is not null).ToArray();
        return exams.Length == 0 ? Html.None : Html.Of($"""
            <section><h2>The game, {last}</h2>
            {exams.Select(Facts)}
            {Matches(exams)}
            {(exams.Any(exam => exam.Game!.IsTooLarge) ? Html.Of($"<p class=\"fine\">Of what can be known exactly, some is left out: for it more than {Figures.Count(Situation.MostHistories)} positions or lines would have to be followed, or chance moves after the first move.</p>") : Html.None)}
            {exams.Select(exam => Sets(exam.Game!))}
            </section>
            """);
    }

    private static Html Facts(EvaluationResult result)
    {
        var chosen = result.Sampling.Name();
        var game = result.Game!;
        return Html.Of($"""
            {(game.Optimal is { } optimal ? Html.Of($"<p>Played {chosen}, {Figures.Percent(optimal)} of the moves in all positions are optimal{string.Concat(game.OptimalAs.Select((share, index) => $"{(index == 0 ? ":" : ",")} {Figures.Percent(share.Optimal)} as {share.Role}"))}.</p>") : Html.None)}
            {(game.LosingLines.Count > 0 ? Html.Of($"<p>Against every possible reply it loses {string.Join(" and ", game.LosingLines.Select(lines => $"{lines.Lost} of {lines.Lines} lines as {lines.Role}"))}.</p>") : Html.None)}
            {(game.NashConv is { } nashConv ? Html.Of($"<p>Best responses gain {Figures.Fixed(nashConv, 4)} against it over both seats (NashConv); against itself the first seat gets {Figures.Fixed(game.Value!.Value, 4)}.</p>") : Html.None)}
            """);
    }

    private static Html Matches(EvaluationResult[] exams)
    {
        var spoiled = exams.Any(exam => exam.Game!.Matches.Any(record => record.Spoiled > 0));
        return Html.Of($"""
            <table class="evaluation"><thead><tr><th scope="col">against</th><th scope="col">as</th><th scope="col">moves</th><th scope="col" class="n">won</th><th scope="col" class="n">drawn</th><th scope="col" class="n">lost</th><th scope="col" class="n">illegal</th><th scope="col" class="n">payoff</th><th scope="col" class="n">matches</th>{(spoiled ? Html.Of($"<th scope=\"col\" class=\"n\">spoiled</th>") : Html.None)}</tr></thead><tbody>
            {exams.SelectMany(exam => exam.Game!.Matches.Select(record => Row(exam.Sampling, record, spoiled)))}
            </tbody></table>
            {(spoiled ? Html.Of($"<p class=\"fine\">Spoiled matches, which the opponent ended with an illegal move, count for nobody.</p>") : Html.None)}
            """);
    }

    private static Html Row(Sampling sampling, GameRecord record, bool spoiled) => Html.Of($"""
        <tr><th scope="row">{record.Opponent}</th><td>{record.Role}</td><td>{sampling.Name()}</td>{Share(record.Won, record)}{Share(record.Drawn, record)}{Share(record.Lost, record)}{Share(record.Illegal, record)}<td class="n">{Figures.Fixed(record.Payoff, 3)}</td><td class="n">{Figures.Count(record.Matches)}</td>{(spoiled ? Html.Of($"<td class=\"n\">{Figures.Count(record.Spoiled)}</td>") : Html.None)}</tr>
        """);

    private static Html Share(int count, GameRecord record) => Html.Of($"<td class=\"n\">{Figures.Percent(record.Share(count))}</td>");

    private static Html Sets(GameExam game) => game.InformationSets.Count == 0 ? Html.None : Html.Of($"""
        <table class="evaluation"><thead><tr><th scope="col">knows</th><th scope="col">plays</th><th scope="col" class="n">illegal</th></tr></thead><tbody>
        {game.InformationSets.Select(set => Html.Of($"<tr><th scope=\"row\">{set.Knows}</th><td>{string.Join(", ", set.Moves.Select(move => $"{move.Move} {Figures.Percent(move.Probability)}"))}</td><td class=\"n\">{Figures.Percent(set.Illegal)}</td></tr>"))}
        </tbody></table>
        """);
}
