using static TorchSharp.torch;

namespace Lab.Policies;

/// <summary>The parameters of a network as views of its flat vector; gradients flow back to the vector as one tensor.</summary>
internal sealed record NetworkWeights(Tensor Embedding_VW, Tensor Head_VW, LayerWeights[] Layers, Tensor Value_1W, Tensor Gain_W)
{
    /// <summary>Splits the vector. The views belong to the current dispose scope.</summary>
    public static NetworkWeights Split(Tensor flat, ParameterLayout layout)
    {
        var architecture = layout.Architecture;
        var width = architecture.Width;
        var blocks = new Queue<Tensor>(flat.split(layout.Blocks));
        var embedding_VW = blocks.Dequeue().view(-1, width);
        var head_VW = architecture.TiedEmbeddings ? embedding_VW : blocks.Dequeue().view(-1, width);
        var matrices = Enumerable.Range(0, architecture.Layers)
            .Select(_ => (
                Qkv: blocks.Dequeue().view(-1, width),
                Output: blocks.Dequeue().view(width, -1),
                GateUp: blocks.Dequeue().view(-1, width),
                Down: blocks.Dequeue().view(width, -1)))
            .ToArray();
        var value_1W = blocks.Dequeue().view(1, width);
        var layers = matrices
            .Select(layer => new LayerWeights(layer.Qkv, layer.Output, layer.GateUp, layer.Down, blocks.Dequeue(), blocks.Dequeue()))
            .ToArray();
        return new(embedding_VW, head_VW, layers, value_1W, blocks.Dequeue());
    }
}

/// <summary>The parameters of one layer: matrices as rows of outputs, gains as vectors.</summary>
internal sealed record LayerWeights(Tensor Qkv, Tensor Output, Tensor GateUp, Tensor Down, Tensor AttentionGain_W, Tensor FeedForwardGain_W);
