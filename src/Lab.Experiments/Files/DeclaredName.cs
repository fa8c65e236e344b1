using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Turns the names that validation results use, such as <c>Digits[1]</c>, into places in the file.</summary>
internal static partial class DeclaredName
{
    /// <param name="at">Where the object is.</param>
    /// <param name="name">A name in C#, perhaps with an index and names of members of members.</param>
    /// <param name="members">The object's members.</param>
    public static JsonPath Under(JsonPath at, string name, IEnumerable<Member> members)
    {
        var own = members.FirstOrDefault(member => member.Declared == Step().Match(name).Value)?.Name;
        foreach (var step in Step().Matches(name).AsEnumerable())
        {
            at = int.TryParse(step.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? at.Item(index)
                : at.Member(step.Index == 0 && own is not null ? own : JsonNamingPolicy.CamelCase.ConvertName(step.Value));
        }

        return at;
    }

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex Step();
}
