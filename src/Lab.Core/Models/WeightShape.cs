namespace Lab.Core;

/// <summary>A weight that a model has.</summary>
/// <param name="Name">Its name, as Hugging Face's Llama has it.</param>
/// <param name="Shape">Its lengths, outputs before inputs.</param>
public sealed record WeightShape(string Name, EquatableArray<long> Shape)
{
    /// <summary>The weight of the value head, which is the lab's own: [1, width]. A model from elsewhere has none.</summary>
    public const string ValueHead = "value_head.weight";

    /// <summary>The weights of an architecture in the order of their use, the value head last.</summary>
    public static IReadOnlyList<WeightShape> Of(Architecture it)
    {
        var keys = it.KeyValueHeads * it.HeadWidth;
        var weights = new List<WeightShape> { new("model.embed_tokens.weight", [it.Vocabulary, it.Width]) };
        for (var layer = 0; layer < it.Layers; layer++)
        {
            var prefix = $"model.layers.{layer}.";
            weights.AddRange(
            [
                new(prefix + "input_layernorm.weight", [it.Width]),
                new(prefix + "self_attn.q_proj.weight", [it.Width, it.Width]),
                new(prefix + "self_attn.k_proj.weight", [keys, it.Width]),
                new(prefix + "self_attn.v_proj.weight", [keys, it.Width]),
                new(prefix + "self_attn.o_proj.weight", [it.Width, it.Width]),
                new(prefix + "post_attention_layernorm.weight", [it.Width]),
                new(prefix + "mlp.gate_proj.weight", [it.Inner, it.Width]),
                new(prefix + "mlp.up_proj.weight", [it.Inner, it.Width]),
                new(prefix + "mlp.down_proj.weight", [it.Width, it.Inner]),
            ]);
        }

        weights.Add(new("model.norm.weight", [it.Width]));
        if (!it.TiedEmbeddings)
        {
            weights.Add(new("lm_head.weight", [it.Vocabulary, it.Width]));
        }

        weights.Add(new(ValueHead, [1, it.Width]));
        return weights;
    }
}
