namespace Lab.Experiments;

/// <summary>comparison.html: the variants of an experiment beside each other, for people. It needs nothing else, and can be written at any time.</summary>
internal static class ComparisonPage
{
    /// <summary>The page.</summary>
    /// <param name="folder">Has the runs.</param>
    /// <param name="report">What they came to.</param>
    public static string Render(ComparisonFolder folder, ComparisonReport report)
    {
        VariantCurves[] variants = [.. VariantCurves.Read(folder, report)];
        var charts = Enum.GetValues<Sampling>().Select(sampling => ComparisonCharts.Together(variants, sampling, report)).OfType<Chart>();
        return Page.Of(report.Comparison, Html.Of($"""
            {ComparisonHeadline.Render(report)}
            {charts.Select(ChartFigure.Wide)}
            {ComparisonTable.Render(report)}
            {Each(variants, report)}
            {ComparisonSetting.Render(report)}
            """));
    }

    private static Html Each(VariantCurves[] variants, ComparisonReport report)
    {
        var charts = variants.Select(variant => ComparisonCharts.Alone(variants, variant)).OfType<Chart>().ToArray();
        var bars = report.Seeds.Count > 1 ? "bars reach from the least to the greatest seed" : "bars are 95 % intervals";
        return charts.Length < 2 ? Html.None : Html.Of($"""
            <section><h2>Each against the others</h2><p class="fine">{(report.IsGame ? "Matches won against uniform play" : "Held-out accuracy")}; {bars}; behind, the other variants, sampled.</p><div class="figures each">{charts.Select(ChartFigure.Small)}</div></section>
            """);
    }
}
