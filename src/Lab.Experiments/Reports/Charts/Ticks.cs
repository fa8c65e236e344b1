using System.Globalization;

namespace Lab.Experiments;

/// <summary>Round numbers along an axis: 1, 2 or 5 times a power of ten apart.</summary>
/// <param name="First">The lowest tick, in steps from 0.</param>
/// <param name="Last">The highest, in steps from 0.</param>
/// <param name="Step">The distance between two.</param>
internal readonly record struct Ticks(double First, double Last, double Step)
{
    // A tick that misses the end of the range by rounding alone is on it.
    private const double Slack = 1e-9;

    public IEnumerable<double> Values
    {
        get
        {
            for (var index = First; index <= Last; index++)
            {
                // Adding 0 makes a plain zero of the negative one.
                yield return (index * Step) + 0.0;
            }
        }
    }

    /// <summary>The ticks within a range.</summary>
    /// <param name="low">The range's lower end.</param>
    /// <param name="high">Its upper end, above the lower one.</param>
    /// <param name="about">About how many, at least 1.</param>
    /// <param name="least">The shortest step: 1 where only whole numbers mean something.</param>
    public static Ticks Within(double low, double high, int about, double least = 0)
    {
        var step = Math.Max(least, RoundUp((high - low) / about));
        return new(Math.Ceiling((low / step) - Slack), Math.Floor((high / step) + Slack), step);
    }

    /// <summary>A tick's number, with as many decimals as tell it from its neighbour.</summary>
    /// <param name="value">The tick.</param>
    /// <param name="unit">What it is a number of.</param>
    public string Label(double value, ValueUnit unit)
    {
        var scale = unit == ValueUnit.Share ? 100 : 1;
        var decimals = (int)Math.Max(0, -Math.Floor(Math.Log10(Step * scale) + Slack));
        var number = decimals > 4 || Math.Abs(value) >= 1e9
            ? value.ToString("G3", CultureInfo.InvariantCulture)
            : (value * scale).ToString($"#,0.{new string('0', decimals)}", CultureInfo.InvariantCulture);
        return unit == ValueUnit.Share ? $"{number} %" : number;
    }

    private static double RoundUp(double length)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(length)));
        return (length / power) switch
        {
            <= 1 + Slack => power,
            <= 2 + Slack => 2 * power,
            <= 5 + Slack => 5 * power,
            _ => 10 * power,
        };
    }
}
