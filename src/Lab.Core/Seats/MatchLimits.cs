using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Core;

/// <summary>What one seat may use in one match. Counts, so that an outcome never depends on load.</summary>
public sealed record MatchLimits
{
    [Description("Tokens that a seat may say in one episode. Cut there, the episode ends wrong.")]
    [Range(1, 1_000_000)]
    public int Tokens { get; init; } = 1024;

    [Description("Tool calls that a seat may make in one episode.")]
    [Range(0, 1_000)]
    public int Calls { get; init; } = 4;

    [Description("Turns that a match may take, over all seats.")]
    [Range(1, 100_000)]
    public int Turns { get; init; } = 256;
}
