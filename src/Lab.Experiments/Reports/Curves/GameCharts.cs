namespace Lab.Experiments;

/// <summary>What is known exactly about a game's play, during stages and after them. A chart without curves is left out.</summary>
/// <param name="playing">The stages in which the policy plays.</param>
/// <param name="experiment">Has the stages.</param>
/// <param name="report">Has the evaluations after stages.</param>
internal sealed class GameCharts(Timeline playing, Experiment experiment, RunReport report)
{
    /// <summary>How far the policy is from an equilibrium.</summary>
    public Chart NashConv => Make(
        "NashConv",
        "what best responses gain over both seats; 0 is an equilibrium",
        ValueUnit.Number,
        [new("NashConv", Points(MetricNames.NashConv, result => result.Game?.NashConv), SeriesStyle.Marked)]);

    /// <summary>How often the policy does what perfect play could do.</summary>
    public Chart Optimal => Make(
        "Optimal moves",
        "share of the policy's moves in all positions that lose nothing against perfect play",
        ValueUnit.Share,
        Enum.GetValues<Sampling>().Select(sampling => new Series(
            sampling.Name(),
            Points(MetricNames.GameOptimal(sampling), result => result.Sampling == sampling ? result.Game?.Optimal : null),
            SeriesStyle.Marked)));

    private Chart Make(string title, string caption, ValueUnit unit, IEnumerable<Series> curves) => new()
    {
        Title = title,
        Caption = caption,
        Unit = unit,
        Series = [.. curves.Where(curve => curve.Points.Count > 0)],
        Stages = playing.Stages,
    };

    private PlotPoint[] Points(string metric, Func<EvaluationResult, double?> known) => PlotPoint.Overlay(
        playing.Points(metric),
        from entry in EvaluationPlaces.Of(playing, experiment, report)
        let value = known(entry.Result)
        where value is not null
        select new PlotPoint(entry.Place, value.Value));
}
