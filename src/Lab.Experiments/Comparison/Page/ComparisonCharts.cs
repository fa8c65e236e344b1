namespace Lab.Experiments;

/// <summary>The charts of a comparison: all variants together, and each before the others.</summary>
internal static class ComparisonCharts
{
    private const string Axis = "tokens sampled";

    /// <summary>All variants, with one way of sampling; null where nothing was evaluated so.</summary>
    public static Chart? Together(IReadOnlyList<VariantCurves> variants, Sampling sampling, ComparisonReport report)
    {
        Series[] series = [.. variants.Select(variant => new Series(variant.Label, variant.Curves[sampling])).Where(curve => curve.Points.Count > 0)];
        return series.Length == 0 ? null : new()
        {
            Title = $"{(report.IsGame ? "Matches won" : "Accuracy")}, {sampling.Name()}",
            Caption = $"share of {(report.IsGame ? "matches won against uniform play" : "held-out problems that the verifier calls right")}, against the said tokens sampled by then{(report.Seeds.Count > 1 ? $"; means of {report.Seeds.Count} seeds" : "")}",
            Unit = ValueUnit.Share,
            Series = series,
            Stages = [],
            Axis = Axis,
        };
    }

    /// <summary>One variant with its intervals, the others quietly behind it; null where it was not evaluated.</summary>
    public static Chart? Alone(IReadOnlyList<VariantCurves> variants, VariantCurves variant)
    {
        Series[] series =
        [
            .. variant.Curves.Select(curve => new Series(curve.Key.Name(), curve.Value, SeriesStyle.Marked)).Where(curve => curve.Points.Count > 0),
        ];
        return series.Length == 0 ? null : new()
        {
            Title = variant.Label,
            Caption = "",
            Unit = ValueUnit.Share,
            Series = series,
            Behind = [.. variants.Where(other => other != variant).Select(other => new Series(other.Label, other.Curves[Sampling.Sampled], SeriesStyle.Quiet)).Where(curve => curve.Points.Count > 0)],
            Stages = [],
            Axis = Axis,
        };
    }
}
