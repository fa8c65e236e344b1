namespace Lab.Core;

/// <summary>What makes an <see cref="Architecture"/> one that can be built.</summary>
internal static class ArchitectureRules
{
    // Far above any model, and low enough that neither a size nor a list of weights gets out of hand.
    private const int Most = 1 << 24, MostLayers = 1 << 12;

    /// <summary>Everything that is wrong with it, by the key of config.json.</summary>
    public static IReadOnlyList<InputError> Check(Architecture it)
    {
        var errors = new List<InputError>();
        Count("hidden_size", it.Width);
        Count("intermediate_size", it.Inner);
        Count("num_hidden_layers", it.Layers, MostLayers);
        Count("num_attention_heads", it.Heads);
        Count("num_key_value_heads", it.KeyValueHeads);
        Count("vocab_size", it.Vocabulary);
        Count("max_position_embeddings", it.Context);
        Positive("rms_norm_eps", it.NormEpsilon);
        Positive("rope_theta", it.RotaryBase);
        Token("bos_token_id", it.BeginToken);
        Token("eos_token_id", it.EndToken);
        Require(it.Family == "llama", "model_type", $"is '{it.Family}'; only 'llama' is known here");
        Require(it.Activation == Architecture.Silu, "hidden_act", $"is '{it.Activation}'; only '{Architecture.Silu}' is known here");
        if (errors.Count == 0)
        {
            Require(it.Width % (2 * it.Heads) == 0, "num_attention_heads", $"hidden_size {it.Width} does not divide into {it.Heads} heads of even width");
            Require(it.Heads % it.KeyValueHeads == 0, "num_key_value_heads", $"{it.KeyValueHeads} does not divide num_attention_heads, which is {it.Heads}");
        }

        return errors;

        void Count(string key, int value, int most = Most) => Require(value >= 1 && value <= most, key, $"is {value}; it must be from 1 to {most}");

        void Positive(string key, double value) => Require(double.IsFinite(value) && value > 0, key, $"is {value}; it must be above 0");

        void Token(string key, int value) => Require(value >= 0 && value < it.Vocabulary, key, $"is {value}; it must be a token, from 0 to vocab_size - 1");

        void Require(bool holds, string key, string otherwise)
        {
            if (!holds)
            {
                errors.Add(new($"$.{key}", otherwise));
            }
        }
    }
}
