using System.Text.Json.Serialization;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Kinds of functions to be found from examples.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleFamily>))]
public enum RuleFamily
{
    /// <summary>x+3 or x-3.</summary>
    [JsonStringEnumMemberName("add")]
    Add,

    /// <summary>3*x.</summary>
    [JsonStringEnumMemberName("multiply")]
    Multiply,

    /// <summary>3*x+1 or 3*x-1.</summary>
    [JsonStringEnumMemberName("linear")]
    Linear,

    /// <summary>x*x+1 or x*x-1.</summary>
    [JsonStringEnumMemberName("square")]
    Square,
}

/// <summary>Makes rules of a family.</summary>
internal static class RuleFamilies
{
    /// <param name="family">Which.</param>
    /// <param name="factor">The greatest factor, at least 2.</param>
    /// <param name="offset">The greatest offset to either side, at least 1.</param>
    /// <param name="draw">Where its numbers come from.</param>
    public static Rule Make(this RuleFamily family, int factor, int offset, Draw draw)
    {
        var times = 2 + draw.At("factor").Below(factor - 1);
        var size = 1 + draw.At("offset").Below(offset);
        var plus = draw.At("sign").Below(2) == 1 ? -size : size;
        return family switch
        {
            RuleFamily.Add => new(0, 1, plus),
            RuleFamily.Multiply => new(0, times, 0),
            RuleFamily.Linear => new(0, times, plus),
            _ => new(1, 0, plus),
        };
    }
}
