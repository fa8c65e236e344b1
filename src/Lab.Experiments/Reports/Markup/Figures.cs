using System.Globalization;

namespace Lab.Experiments;

/// <summary>Numbers as people read them.</summary>
internal static class Figures
{
    // A number and its unit stay on one line.
    private const char Joint = '\u00a0';

    private const int MostDecimals = 4;

    /// <summary>
    /// A share as a percentage with one decimal, such as 98.8 %; with more where it would seem to be all or nothing and is
    /// not.
    /// </summary>
    public static string Percent(double share)
    {
        if (share is 0 or 1)
        {
            return $"{Plain((long)share * 100)}{Joint}%";
        }

        for (var decimals = 1; ; decimals++)
        {
            var text = Fixed(100 * share, decimals);
            if (decimals == MostDecimals || (text != Fixed(0, decimals) && text != Fixed(100, decimals)))
            {
                return $"{text}{Joint}%";
            }
        }
    }

    /// <summary>Wall time, such as 4.2 s, 2 min 41 s, 1 h 5 min.</summary>
    public static string Duration(double seconds)
    {
        if (seconds < 9.95)
        {
            return $"{Fixed(seconds, 1)}{Joint}s";
        }

        var whole = (long)Math.Round(seconds);
        return whole < 60 ? $"{Plain(whole)}{Joint}s"
            : whole < 3600 ? $"{Plain(whole / 60)}{Joint}min{Joint}{Plain(whole % 60)}{Joint}s"
            : $"{Plain(whole / 3600)}{Joint}h{Joint}{Plain(whole % 3600 / 60)}{Joint}min";
    }

    /// <summary>A count with its thousands apart.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A measurement to about three digits.</summary>
    public static string Measure(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 0.001 or >= 1e9 => value.ToString("G3", CultureInfo.InvariantCulture),
        < 1 => value.ToString("0.####", CultureInfo.InvariantCulture),
        < 1000 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("#,0", CultureInfo.InvariantCulture),
    };

    public static string Fixed(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    public static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
