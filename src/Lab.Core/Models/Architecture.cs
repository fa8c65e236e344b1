using System.Text.Json.Serialization;

namespace Lab.Core;

/// <summary>
/// The shape of a Llama-family transformer: RMS norms, rotary positions, SwiGLU, no biases. Written as Hugging Face's
/// <c>config.json</c>, whose names the keys are.
/// </summary>
public sealed record Architecture
{
    /// <summary>The activation of SwiGLU, the only one there is.</summary>
    public const string Silu = "silu";

    /// <summary>Width of the residual stream.</summary>
    [JsonPropertyName("hidden_size")]
    public required int Width { get; init; }

    /// <summary>Inner width of the feed-forward blocks.</summary>
    [JsonPropertyName("intermediate_size")]
    public required int Inner { get; init; }

    [JsonPropertyName("num_hidden_layers")]
    public required int Layers { get; init; }

    [JsonPropertyName("num_attention_heads")]
    public required int Heads { get; init; }

    /// <summary>Heads that keys and values have; it divides <see cref="Heads"/>. As many as those where nothing is said.</summary>
    [JsonPropertyName("num_key_value_heads")]
    public int KeyValueHeads
    {
        get => field == 0 ? Heads : field;
        init;
    }

    /// <summary>Tokens that there are.</summary>
    [JsonPropertyName("vocab_size")]
    public required int Vocabulary { get; init; }

    /// <summary>The longest sequence, in tokens.</summary>
    [JsonPropertyName("max_position_embeddings")]
    public int Context { get; init; } = 2048;

    /// <summary>Added to the mean of squares before the root.</summary>
    [JsonPropertyName("rms_norm_eps")]
    public double NormEpsilon { get; init; } = 1e-6;

    /// <summary>The base of the rotary angles: pair i of d turns by position × base^(−2i/d).</summary>
    [JsonPropertyName("rope_theta")]
    public double RotaryBase { get; init; } = 10_000;

    /// <summary>Whether the output uses the embedding's weights.</summary>
    [JsonPropertyName("tie_word_embeddings")]
    public bool TiedEmbeddings { get; init; }

    [JsonPropertyName("hidden_act")]
    public string Activation { get; init; } = Silu;

    /// <summary>The token that begins a sequence.</summary>
    [JsonPropertyName("bos_token_id")]
    public int BeginToken { get; init; } = 1;

    /// <summary>The token that ends one.</summary>
    [JsonPropertyName("eos_token_id")]
    public int EndToken { get; init; } = 2;

    /// <summary>How the weights are stored; the weights' file says it again for each tensor, and is right.</summary>
    [JsonPropertyName("torch_dtype")]
    public string StoredAs { get; init; } = "float32";

    [JsonPropertyName("architectures")]
    public EquatableArray<string> Classes { get; init; } = ["LlamaForCausalLM"];

    [JsonPropertyName("model_type")]
    public string Family { get; init; } = "llama";

    /// <summary>Width of one head.</summary>
    [JsonIgnore]
    public int HeadWidth => Width / Heads;
}
