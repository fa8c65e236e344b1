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
    private readonly Scalar _epsilon;
    private readonly Scalar _never = float.NegativeInfinity;
    private readonly Tensor _positions_1C;

    public DecodeStep(ParameterLayout layout, Device device)
    {
        var architecture = layout.Architecture;
        _layout = layout;
        _device = device;
        Cache = new(architecture, device);
        _rotary = new(Cache.Positions, architecture.HeadWidth, architecture.RotaryBase, device);
        _scale = 1 / Math.Sqrt(architecture.HeadWidth);
        _epsilon = architecture.NormEpsilon;
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
        var weights = NetworkWeights.Split(flat, _layout);
        var positions = tensor(positions_R, device: _device);
        var places_RK = tensor(Places(positions_R), device: _device);
        var (cos, sin) = _rotary.At(positions);
        var later_RL = _positions_1C.narrow(1, 0, length).gt(positions.unsqueeze(1));
        var mask_R1L = zeros([rows, length], device: _device).masked_fill_(later_RL, _never).unsqueeze(1);
        var x_RW = weights.Embedding_VW.index_select(0, tensor(tokens_R, device: _device));
        for (var index = 0; index < weights.Layers.Length; index++)
        {
            var layer = weights.Layers[index];
            var normed_RW = Layers.Norm(x_RW, layer.AttentionGain_W, _epsilon);
            x_RW = x_RW + Attention(index, layer, normed_RW, places_RK, cos, sin, mask_R1L, rows, length);
            x_RW = x_RW + Layers.FeedForward(Layers.Norm(x_RW, layer.FeedForwardGain_W, _epsilon), layer);
        }

        var hidden_RW = Layers.Norm(x_RW, weights.Gain_W, _epsilon);
        return (functional.linear(hidden_RW, weights.Head_VW), Layers.Value(hidden_RW, weights.Value_1W));
    }

    public void Dispose()
    {
        Cache.Dispose();
        _rotary.Dispose();
        _scale.Dispose();
        _epsilon.Dispose();
        _never.Dispose();
        _positions_1C.Dispose();
    }

    private Tensor Attention(int index, LayerWeights layer, Tensor x_RW, Tensor places_RK, Tensor cos, Tensor sin, Tensor mask_R1L, int rows, int length)
    {
        var architecture = _layout.Architecture;
        int heads = architecture.Heads, shared = architecture.KeyValueHeads, width = architecture.HeadWidth, group = heads / shared;
        var qkv = functional.linear(x_RW, layer.Qkv).view(rows, heads + (2 * shared), width);
        var rotated = Layers.Rotate(qkv.narrow(1, 0, heads + shared), cos, sin);
        Cache.Write(index, places_RK, rotated.narrow(1, heads, shared), qkv.narrow(1, heads + shared, shared));
        var (keys, values) = Cache.Read(index, rows, length);
        var queries = (rotated.narrow(1, 0, heads) * _scale).view(rows * shared, group, width);
        var scores = bmm(queries, keys.transpose(1, 2)).view(rows, heads, length) + mask_R1L;
        var mixed = bmm(functional.softmax(scores, -1).view(rows * shared, group, length), values);
        return functional.linear(mixed.view(rows, heads * width), layer.Output);
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
