namespace Lab.Cli;

/// <summary>A history as a row of bars.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    /// <summary>One bar for each point or, where there are more than fit, for each mean of as many neighbours.</summary>
    /// <param name="history">The points; those that are no numbers become gaps.</param>
    /// <param name="low">What the lowest bar stands for.</param>
    /// <param name="high">What the highest stands for.</param>
    /// <param name="width">At most this many bars.</param>
    public static string Draw(IReadOnlyList<double> history, double low, double high, int width)
    {
        var count = Math.Min(history.Count, width);
        return string.Create(count, (history, low, high), static (bars, state) =>
        {
            for (var bar = 0; bar < bars.Length; bar++)
            {
                var from = (int)((long)bar * state.history.Count / bars.Length);
                var to = (int)((long)(bar + 1) * state.history.Count / bars.Length);
                bars[bar] = Bar(Enumerable.Range(from, to - from).Average(point => state.history[point]), state.low, state.high);
            }
        });
    }

    private static char Bar(double value, double low, double high)
    {
        var height = high > low ? (value - low) / (high - low) : 0.5;
        return double.IsFinite(height) ? Bars[(int)Math.Clamp(height * Bars.Length, 0, Bars.Length - 1)] : ' ';
    }
}
