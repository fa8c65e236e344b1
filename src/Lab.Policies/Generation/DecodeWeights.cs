using static TorchSharp.torch;

namespace Lab.Policies;

/// <summary>The parameters of a network as views of its flat vector, as few and as large as one token per row wants them.</summary>
internal sealed record DecodeWeights(Tensor Embedding_VW, Tensor Head_VW, DecodeLayer[] Layers, Tensor Value_W, Tensor Gain_W)
{
    /// <summary>Splits the vector. The views belong to the current dispose scope.</summary>
    public static DecodeWeights Split(Tensor flat, ParameterLayout layout)
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
        var value_W = blocks.Dequeue();
        var layers = matrices
            .Select(layer => new DecodeLayer(layer.Qkv, layer.Output, layer.GateUp, layer.Down, blocks.Dequeue(), blocks.Dequeue()))
            .ToArray();
        return new(embedding_VW, head_VW, layers, value_W, blocks.Dequeue());
    }
}

/// <summary>The parameters of one layer: matrices as rows of outputs, gains as vectors.</summary>
internal sealed record DecodeLayer(Tensor Qkv, Tensor Output, Tensor GateUp, Tensor Down, Tensor AttentionGain_W, Tensor FeedForwardGain_W);
