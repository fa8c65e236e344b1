namespace Lab.Experiments;

/// <summary>Keeps a long run's curves readable and its page small.</summary>
internal static class Thinning
{
    /// <summary>Points that a series keeps at most.</summary>
    public const int Most = 250;

    /// <summary>
    /// The points or, where there are too many, one for each stretch of them: the mean of a line's, the last of those that
    /// are marked, since their intervals have no mean.
    /// </summary>
    public static IReadOnlyList<PlotPoint> Thin(IReadOnlyList<PlotPoint> points, SeriesStyle style) => points.Count <= Most
        ? points
        : [.. points.Chunk((points.Count + Most - 1) / Most).Select(stretch => style == SeriesStyle.Marked ? stretch[^1] : Mean(stretch))];

    private static PlotPoint Mean(PlotPoint[] stretch) => new(stretch[^1].X, stretch.Average(point => point.Y));
}
