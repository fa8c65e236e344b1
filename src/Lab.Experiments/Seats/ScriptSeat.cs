using System.ComponentModel;
using System.Text.Json.Serialization;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Players that need no policy.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Script>))]
public enum Script
{
    /// <summary>Each legal move is as likely.</summary>
    [JsonStringEnumMemberName(StrategyPlayer.UniformName)]
    Uniform,

    /// <summary>The game's oracle.</summary>
    [JsonStringEnumMemberName(StrategyPlayer.PerfectName)]
    Perfect,
}

/// <summary>A player that needs no policy.</summary>
[Seat("script", "A player that needs no policy: uniform or perfect.")]
public sealed record ScriptSeat : SeatOptions
{
    [Description("Uniform: each legal move is as likely. Perfect: the game's oracle.")]
    public Script Name { get; init; } = Script.Uniform;
}
