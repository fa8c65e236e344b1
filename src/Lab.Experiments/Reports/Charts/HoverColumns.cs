using System.Text;

namespace Lab.Experiments;

/// <summary>What a pointer finds: a strip at each place of the horizontal axis that tells every number measured there.</summary>
internal static class HoverColumns
{
    public static Html Draw(Chart chart, PlotArea area)
    {
        double[] places = [.. chart.Series.SelectMany(series => series.Points).Select(point => point.X).Distinct().Order()];
        return Html.Of($"""<g class="hover">{places.Select((_, index) => Draw(chart, places, index, area))}</g>""");
    }

    private static Html Draw(Chart chart, double[] places, int index, PlotArea area)
    {
        var x = area.X.At(places[index]);
        var start = index == 0 ? area.Left : (area.X.At(places[index - 1]) + x) / 2;
        var end = index == places.Length - 1 ? area.Right : (x + area.X.At(places[index + 1])) / 2;
        return Html.Of($"""
            <g><rect x="{start}" y="{area.Top}" width="{end - start}" height="{area.Bottom - area.Top}"/><path d="M{x} {area.Top}V{area.Bottom}"/><title>{Tell(chart, places[index])}</title></g>
            """);
    }

    private static string Tell(Chart chart, double place)
    {
        var text = new StringBuilder(Where(chart, place));
        foreach (var series in chart.Series)
        {
            foreach (var point in series.Points.Where(point => point.X == place))
            {
                text.Append('\n').Append(series.Name).Append(": ").Append(chart.Write(point.Y));
                if (point.Interval is var (low, high))
                {
                    text.Append(" (").Append(chart.Write(low)).Append(" to ").Append(chart.Write(high)).Append(')');
                }
            }
        }

        return text.ToString();
    }

    // Iterations count from 1 in each stage; what stands at 0 was measured before the first.
    private static string Where(Chart chart, double place) =>
        chart.Stages.FirstOrDefault(stage => place > stage.Start && place <= stage.End) is { } stage ? $"{stage.Stage}, iteration {Figures.Measure(place - stage.Start)}"
        : chart.Stages is [var first, ..] ? $"before {first.Stage}"
        : $"{Figures.Measure(place)} {chart.Axis}";
}
