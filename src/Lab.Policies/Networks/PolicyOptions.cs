using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Policies;

/// <summary>The size of a policy: a Llama-family transformer with a value head.</summary>
public sealed record PolicyOptions : IValidatableObject
{
    [Description("Transformer layers.")]
    [Range(1, 128)]
    public int Layers { get; init; } = 4;

    [Description("Width of the residual stream: a multiple of 16, and of the number of heads.")]
    [Range(16, 16384)]
    public int Width { get; init; } = 128;

    [Description("Attention heads.")]
    [Range(1, 256)]
    public int Heads { get; init; } = 4;

    [Description("Heads that keys and values have (grouped-query attention); it divides the heads. Default: as many as heads.")]
    [Range(1, 256)]
    public int? KeyValueHeads { get; init; }

    [Description("Inner width of the feed-forward blocks, a multiple of 16. Default: 8/3 of the width, rounded up.")]
    [Range(16, 65536)]
    public int? Inner { get; init; }

    [Description("Longest sequence in tokens: prompt, everything said and everything observed.")]
    [Range(8, 131072)]
    public int Context { get; init; } = 64;

    [Description("Base of the rotary positions: how slowly the slowest of them turn. A small one suits a short context.")]
    [Range(2.0, 1e8)]
    public double RotaryBase { get; init; } = 10_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Width % 16 != 0)
        {
            yield return new("must be a multiple of 16", [nameof(Width)]);
        }

        if (Width % (2 * Heads) != 0)
        {
            yield return new($"width {Width} must divide into {Heads} heads of even width", [nameof(Heads)]);
        }

        if (KeyValueHeads is { } shared && Heads % shared != 0)
        {
            yield return new($"must divide the number of heads, which is {Heads}", [nameof(KeyValueHeads)]);
        }

        if (Inner % 16 > 0)
        {
            yield return new("must be a multiple of 16", [nameof(Inner)]);
        }
    }
}
