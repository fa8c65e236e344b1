using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lab.Core;

/// <summary>
/// The content of config.json: the architecture's keys, and the lab's own under <c>lab</c>, where other programs ignore them.
/// </summary>
internal static class ModelConfig
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads the architecture and, where it is there, the tokenizer.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <param name="source">Names the file in errors.</param>
    /// <exception cref="InvalidInputException">It is damaged, or of a model that would compute something else.</exception>
    public static (Architecture Architecture, TokenizerDescription? Tokenizer) Read(ReadOnlySpan<byte> json, string source)
    {
        try
        {
            var architecture = JsonSerializer.Deserialize<Architecture>(json, Options) ?? throw new JsonException("it is null");
            var rest = JsonSerializer.Deserialize<Rest>(json, Options)!;
            var errors = ArchitectureRules.Check(architecture);
            errors = errors.Count > 0 ? errors : [.. rest.Check(architecture)];
            return errors.Count == 0
                // Written out, so that a model that does not say it equals one that does.
                ? (architecture with { KeyValueHeads = architecture.KeyValueHeads }, rest.Lab?.Tokenizer)
                : throw new InvalidInputException(source, errors);
        }
        catch (JsonException error)
        {
            throw new InvalidInputException(source, [new(error.Path is null or "$" ? "" : error.Path, error.Message.Split(" Path: ")[0].ReplaceLineEndings(" "))]);
        }
    }

    public static byte[] Write(Architecture architecture, TokenizerDescription? tokenizer)
    {
        var json = JsonSerializer.SerializeToNode(architecture, Options)!.AsObject();
        if (tokenizer is not null)
        {
            json["lab"] = JsonSerializer.SerializeToNode(new LabSection(tokenizer), Options);
        }

        return JsonSerializer.SerializeToUtf8Bytes(json, Options);
    }

    private sealed record LabSection(TokenizerDescription Tokenizer);

    /// <summary>Keys of other members of the family: where they say something else than the default, the same weights mean another function.</summary>
    private sealed record Rest
    {
        public LabSection? Lab { get; init; }

        [JsonPropertyName("head_dim")]
        public int? HeadWidth { get; init; }

        [JsonPropertyName("attention_bias")]
        public bool? AttentionBias { get; init; }

        [JsonPropertyName("mlp_bias")]
        public bool? FeedForwardBias { get; init; }

        [JsonPropertyName("rope_scaling")]
        public JsonElement? RotaryScaling { get; init; }

        [JsonPropertyName("rope_parameters")]
        public JsonElement? RotaryParameters { get; init; }

        public IEnumerable<InputError> Check(Architecture architecture)
        {
            if (HeadWidth is { } width && width != architecture.HeadWidth)
            {
                yield return new("$.head_dim", $"is {width}; only hidden_size / num_attention_heads, here {architecture.HeadWidth}, is known here");
            }

            if (AttentionBias == true)
            {
                yield return new("$.attention_bias", "biases are not known here");
            }

            if (FeedForwardBias == true)
            {
                yield return new("$.mlp_bias", "biases are not known here");
            }

            if (RotaryScaling is { ValueKind: not JsonValueKind.Null })
            {
                yield return new("$.rope_scaling", "scaled rotary positions are not known here");
            }

            if (RotaryParameters is { ValueKind: not JsonValueKind.Null })
            {
                yield return new("$.rope_parameters", "only rope_theta is known here");
            }

            if (Lab is { Tokenizer.Kind: not TokenizerDescription.Characters and var kind })
            {
                yield return new("$.lab.tokenizer.kind", $"is '{kind}'; only '{TokenizerDescription.Characters}' is known");
            }
        }
    }
}
