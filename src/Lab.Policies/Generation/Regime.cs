using System.Text.Json.Serialization;

namespace Lab.Policies;

/// <summary>What makes a run repeat bit for bit (docs/bits.md).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Regime>))]
public enum Regime
{
    /// <summary>A sequence's log-probabilities have the same bits alone and in any batch: sequences go on when they can.</summary>
    [JsonStringEnumMemberName("invariant")]
    Invariant,

    /// <summary>They have the same bits only in the same batch: each step waits for everyone, so that batches repeat.</summary>
    [JsonStringEnumMemberName("lockstep")]
    Lockstep,
}
