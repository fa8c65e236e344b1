using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lab.Policies;

/// <summary>
/// Advances the first R slots of a cache by one token each. Row r of the result depends on slot r alone, bit for bit, as long
/// as R is a multiple of <see cref="RowPadding"/> (docs/bits.md): attention is a batched product over the padded cache.
/// </summary>
internal sealed class DecodeStep : IDisposable
{
    /// <summary>Rows are padded to a multiple of this: kernels treat the last rows of other counts differently.</summary>
    public const int RowPadding = 16;

    private readonly ParameterLayout _layout;
    private readonly Device _device;
    private readonly RotaryTable _rotary;
    private readonly Scalar _scale;
    private readonly Layers _layers;
    private readonly Scalar _never = float.NegativeInfinity.ToScalar();
    private readonly Tensor _positions_1C;

    public DecodeStep(ParameterLayout layout, Device device)
    {
        var architecture = layout.Architecture;
        _layout = layout;
        _device = device;
        Cache = new(architecture, device);
        _rotary = new(Cache.Positions, architecture.HeadWidth, architecture.RotaryBase, device);
        _scale = (1 / Math.Sqrt(architecture.HeadWidth)).ToScalar();
        _layers = new(architecture.Width, architecture.NormEpsilon);
        using var scope = NewDisposeScope();
        _positions_1C = tensor(Enumerable.Range(0, Cache.Positions).Select(position => (long)position).ToArray(), device: device).unsqueeze(0).DetachFromDisposeScope();
    }

    public KeyValueCache Cache { get; }

    /// <summary>One step.</summary>
    /// <param name="flat">The parameters.</param>
    /// <param name="tokens_R">The next token of each slot.</param>
    /// <param name="positions_R">Where it stands.</param>
    /// <returns>logits_RV of the token after it, and values_R before that.</returns>
    public (Tensor Logits_RV, Tensor Values_R) Run(Tensor flat, long[] tokens_R, long[] positions_R)
    {
        var architecture = _layout.Architecture;
        var rows = tokens_R.Length;
        var length = (int)(positions_R.Max() / KeyValueCache.Padding + 1) * KeyValueCache.Padding;
        var weights = DecodeWeights.Split(flat, _layout);
        var positions = tensor(positions_R, device: _device);
        var places_RK = tensor(Places(positions_R), device: _device);
        var turns_R1D = _rotary.At(positions);
        var later_RL = _positions_1C.narrow(1, 0, length).gt(positions.unsqueeze(1));
        var mask_R1L = zeros([rows, length], device: _device).masked_fill_(later_RL, _never).unsqueeze(1);
        var x_RW = weights.Embedding_VW.index_select(0, tensor(tokens_R, device: _device));
        for (var index = 0; index < weights.Layers.Length; index++)
        {
            var layer = weights.Layers[index];
            x_RW = x_RW.Plus(Attention(index, layer, _layers.Norm(x_RW) * layer.AttentionGain_W, places_RK, turns_R1D, mask_R1L, rows, length));
            x_RW = x_RW.Plus(FeedForward(_layers.Norm(x_RW) * layer.FeedForwardGain_W, layer));
        }

        // The value head is a sum over the width: a product with one output row is a matrix-vector kernel, whose bits depend on
        // the batch.
        var hidden_RW = _layers.Norm(x_RW) * weights.Gain_W;
        return (functional.linear(hidden_RW, weights.Head_VW), (hidden_RW * weights.Value_W).sum(-1));
    }

    public void Dispose()
    {
        Cache.Dispose();
        _rotary.Dispose();
        _scale.Dispose();
        _layers.Dispose();
        _never.Dispose();
        _positions_1C.Dispose();
    }

    private Tensor Attention(int index, DecodeLayer layer, Tensor x_RW, Tensor places_RK, Tensor turns_R1D, Tensor mask_R1L, int rows, int length)
    {
        var architecture = _layout.Architecture;
        int heads = architecture.Heads, shared = architecture.KeyValueHeads, width = architecture.HeadWidth, group = heads / shared;
        var qkv = functional.linear(x_RW, layer.Qkv).view(rows, heads + (2 * shared), width);
        var halves = qkv.narrow(1, 0, heads + shared).chunk(2, -1);
        var rotated = Layers.Rotate(complex(halves[0], halves[1]), turns_R1D).view(rows, heads + shared, width);
        Cache.Write(index, places_RK, rotated.narrow(1, heads, shared), qkv.narrow(1, heads + shared, shared));
        var (keys, values) = Cache.Read(index, rows, length);
        var queries = (rotated.narrow(1, 0, heads) * _scale).view(rows * shared, group, width);
        var scores = bmm(queries, keys.transpose(1, 2)).view(rows, heads, length).Plus(mask_R1L);
        var mixed = bmm(functional.softmax(scores, -1).view(rows * shared, group, length), values);
        return functional.linear(mixed.view(rows, heads * width), layer.Output);
    }

    private static Tensor FeedForward(Tensor x_RW, DecodeLayer layer)
    {
        var halves = functional.linear(x_RW, layer.GateUp).chunk(2, -1);
        return functional.linear(functional.silu(halves[0]) * halves[1], layer.Down);
    }

    private long[] Places(long[] positions_R)
    {
        var heads = _layout.Architecture.KeyValueHeads;
        var places = new long[positions_R.Length * heads];
        for (var place = 0; place < places.Length; place++)
        {
            places[place] = ((long)place * Cache.Positions) + positions_R[place / heads];
        }

        return places;
    }
}
