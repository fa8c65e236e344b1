using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Policies;

/// <summary>
/// The parameters of a network, ready for the products of whole rows. What scales every row alike is folded into the matrices,
/// which are small, instead of being applied to the rows, which are many: the gains of the norms, and attention's 1/√D.
/// Gradients flow back to the flat vector as one tensor.
/// </summary>
internal sealed record NetworkWeights(Tensor Embedding_VW, Tensor Head_VW, LayerWeights[] Layers, Tensor Value_W)
{
    /// <summary>Splits the vector. The tensors belong to the current dispose scope.</summary>
    public static NetworkWeights Split(Tensor flat, ParameterLayout layout)
    {
        var architecture = layout.Architecture;
        var parts = flat.split([.. layout.Parameters.Select(parameter => parameter.Count)]);
        var named = layout.Parameters.Zip(parts, (parameter, part) => (parameter.Name, Tensor: part.view(parameter.Shape))).ToDictionary(pair => pair.Name, pair => pair.Tensor);
        var embedding_VW = named["model.embed_tokens.weight"];
        var gain_W = named["model.norm.weight"];
        using var scale = (1 / Math.Sqrt(architecture.HeadWidth)).ToScalar();
        var layers = Enumerable.Range(0, architecture.Layers).Select(layer => Layer($"model.layers.{layer}")).ToArray();
        return new(
            embedding_VW,
            (architecture.TiedEmbeddings ? embedding_VW : named["lm_head.weight"]) * gain_W,
            layers,
            (named[ParameterLayout.ValueHead] * gain_W).view(-1));

        LayerWeights Layer(string name)
        {
            Tensor attention_W = named[$"{name}.input_layernorm.weight"], feedForward_W = named[$"{name}.post_attention_layernorm.weight"];
            return new(
                Pair(named[$"{name}.self_attn.q_proj.weight"], architecture.HeadWidth) * attention_W * scale,
                Pair(named[$"{name}.self_attn.k_proj.weight"], architecture.HeadWidth) * attention_W,
                named[$"{name}.self_attn.v_proj.weight"] * attention_W,
                named[$"{name}.self_attn.o_proj.weight"],
                named[$"{name}.mlp.gate_proj.weight"] * feedForward_W,
                named[$"{name}.mlp.up_proj.weight"] * feedForward_W,
                named[$"{name}.mlp.down_proj.weight"]);
        }
    }

    // Rotary positions turn output i of a head together with output i + D/2. Side by side they are one complex number; a product
    // of queries and keys does not depend on the order of their outputs.
    private static Tensor Pair(Tensor weight, int headWidth) =>
        weight.view(-1, 2, headWidth / 2, weight.shape[1]).transpose(1, 2).reshape(weight.shape);
}

/// <summary>The matrices of one layer, as rows of outputs.</summary>
internal sealed record LayerWeights(Tensor Queries, Tensor Keys, Tensor Values, Tensor Output, Tensor Gate, Tensor Up, Tensor Down);
