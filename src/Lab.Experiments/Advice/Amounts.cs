using System.Globalization;

namespace Lab.Experiments;

/// <summary>Numbers of an alarm, as a terminal and a page both show them.</summary>
internal static class Amounts
{
    /// <summary>0.4321 as "43.2 %".</summary>
    public static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");

    /// <summary>A measurement to about three digits.</summary>
    public static string Of(double number) => number.ToString("G3", CultureInfo.InvariantCulture);

    /// <summary>The one in the middle: outliers, of which some metrics have many, do not move it.</summary>
    public static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
