using System.Globalization;

namespace Lab.Cli;

/// <summary>How numbers are written for people, the same in every culture.</summary>
internal static class Format
{
    /// <summary>0.8734 as "87.3 %".</summary>
    public static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    /// <summary>With three decimals; "–" where there is no number.</summary>
    public static string Number(double? number) => number is { } value ? value.ToString("0.000", CultureInfo.InvariantCulture) : "–";

    /// <summary>48213 as "48,213".</summary>
    public static string Count(double count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>"0:41", "12:03", "1:02:03".</summary>
    public static string Duration(TimeSpan time) => time.TotalHours < 1
        ? time.ToString(@"m\:ss", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time:mm}:{time:ss}");
}
