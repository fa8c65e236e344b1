using System.Text.Json.Serialization;

namespace Lab.Core;

/// <summary>Who a segment comes from.</summary>
public enum Role
{
    /// <summary>The environment, before the seat says anything.</summary>
    Prompt,

    /// <summary>The seat itself. Only these tokens are learned from.</summary>
    Said,

    /// <summary>The environment, a tool or another seat, later on.</summary>
    Observed,
}

/// <summary>How a said segment ended.</summary>
public enum Ending
{
    /// <summary>By its own end mark: a finished message or a finished call.</summary>
    Complete,

    /// <summary>By the length that the environment gives a turn: no end mark follows.</summary>
    Full,

    /// <summary>Cut by the limit on tokens or by the end of the context.</summary>
    OutOfTokens,

    /// <summary>It does not parse: marks in an order that means nothing, or a mark that only the lab may write.</summary>
    Malformed,
}

/// <summary>A run of parts with one role.</summary>
/// <param name="Role">Who it comes from.</param>
/// <param name="Parts">What it is made of.</param>
/// <param name="Ending">How it ended; <see cref="Ending.Complete"/> unless said.</param>
/// <param name="Said">The sampled tokens, where a generator said it; null for prompts, observations and scripts.</param>
public sealed record Segment(Role Role, EquatableArray<Part> Parts, Ending Ending = Ending.Complete, Said? Said = null)
{
    public static Segment Prompt(params ReadOnlySpan<Part> parts) => new(Role.Prompt, [.. parts]);

    public static Segment Say(params ReadOnlySpan<Part> parts) => new(Role.Said, [.. parts]);

    public static Segment Observe(params ReadOnlySpan<Part> parts) => new(Role.Observed, [.. parts]);

    /// <summary>Whether the lab said it for the seat, as in the opening of a game: it is not learned from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Forced { get; init; }

    /// <summary>Whether it ended as a turn should.</summary>
    [JsonIgnore]
    public bool IsWhole => Ending is Ending.Complete or Ending.Full;

    /// <summary>The text parts, joined.</summary>
    [JsonIgnore]
    public string Text => string.Concat(Parts.OfType<TextPart>().Select(part => part.Text));

    /// <summary>The call that ends this segment, if one does.</summary>
    [JsonIgnore]
    public CallPart? Call => Role == Role.Said && Ending == Ending.Complete && Parts.Count > 0 ? Parts[^1] as CallPart : null;
}
