using System.Globalization;
using Jint.Runtime;

namespace Lab.Sandbox;

/// <summary>It is always the first moment of the year 2000, in UTC.</summary>
internal sealed class FixedClock() : DefaultTimeSystem(TimeZoneInfo.Utc, CultureInfo.InvariantCulture)
{
    public override DateTimeOffset GetUtcNow() => new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
