using Lab.Core;

namespace Lab.Policies;

/// <summary>
/// Where each parameter stands in the one flat vector of a policy. What is multiplied together stands together (queries, keys
/// and values; gate and up), so that one product serves all; matrices come first, gains last.
/// </summary>
public sealed class ParameterLayout
{
    public ParameterLayout(Architecture architecture)
    {
        Architecture = architecture;
        int width = architecture.Width, queries = architecture.Heads * architecture.HeadWidth, keys = architecture.KeyValueHeads * architecture.HeadWidth;
        var parameters = new List<Parameter>();
        var blocks = new List<long>();

        Block(("model.embed_tokens.weight", [architecture.Vocabulary, width]));
        if (!architecture.TiedEmbeddings)
        {
            Block(("lm_head.weight", [architecture.Vocabulary, width]));
        }

        for (var layer = 0; layer < architecture.Layers; layer++)
        {
            var name = $"model.layers.{layer}";
            Block(
                ($"{name}.self_attn.q_proj.weight", [queries, width]),
                ($"{name}.self_attn.k_proj.weight", [keys, width]),
                ($"{name}.self_attn.v_proj.weight", [keys, width]));
            Block(($"{name}.self_attn.o_proj.weight", [width, queries]));
            Block(
                ($"{name}.mlp.gate_proj.weight", [architecture.Inner, width]),
                ($"{name}.mlp.up_proj.weight", [architecture.Inner, width]));
            Block(($"{name}.mlp.down_proj.weight", [width, architecture.Inner]));
        }

        Block((ValueHead, [1, width]));
        Matrices = blocks.Sum();
        for (var layer = 0; layer < architecture.Layers; layer++)
        {
            Block(($"model.layers.{layer}.input_layernorm.weight", [width]));
            Block(($"model.layers.{layer}.post_attention_layernorm.weight", [width]));
        }

        Block(("model.norm.weight", [width]));
        Count = blocks.Sum();
        Parameters = parameters;
        Blocks = blocks.ToArray();

        void Block(params ReadOnlySpan<(string Name, long[] Shape)> members)
        {
            var start = blocks.Sum();
            var size = 0L;
            foreach (var (name, shape) in members)
            {
                var parameter = new Parameter(name, shape, start + size);
                parameters.Add(parameter);
                size += parameter.Count;
            }

            blocks.Add(size);
        }
    }

    /// <summary>The name of the value head's weight, the only one that is not a Llama model's.</summary>
    public const string ValueHead = "value_head.weight";

    public Architecture Architecture { get; }

    /// <summary>Every parameter by its Hugging Face name, in the order of the vector.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The sizes of the blocks that are multiplied as one; they fill the vector.</summary>
    public long[] Blocks { get; }

    /// <summary>The number of parameters.</summary>
    public long Count { get; }

    /// <summary>The number of parameters in matrices; they come first.</summary>
    public long Matrices { get; }
}

/// <summary>One parameter of a policy.</summary>
/// <param name="Name">Its Hugging Face name.</param>
/// <param name="Shape">Rows and columns, or the length of a gain.</param>
/// <param name="Offset">Where it begins in the flat vector.</param>
public sealed record Parameter(string Name, long[] Shape, long Offset)
{
    public long Count { get; } = Shape.Aggregate(1L, (product, size) => product * size);

    public bool IsGain => Shape.Length == 1;
}
