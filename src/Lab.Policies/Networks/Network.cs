using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lab.Policies;

/// <summary>
/// A Llama-family transformer over whole rows, as training needs it: RMS norm, rotary positions, grouped-query attention,
/// SwiGLU (Shazeer 2020, arXiv:2002.05202), no biases, a value head. Works on the torch thread, inside a dispose scope of the
/// caller's.
/// </summary>
public sealed class Network : IDisposable
{
    private readonly ParameterLayout _layout;
    private readonly RotaryTable _rotary;
    private readonly Layers _layers;

    internal Network(ParameterLayout layout, Device device)
    {
        _layout = layout;
        _layers = new(layout.Architecture.Width, layout.Architecture.NormEpsilon);
        _rotary = new(layout.Architecture.Context, layout.Architecture.HeadWidth, layout.Architecture.RotaryBase, device);
    }

    /// <summary>Log-probabilities of every token, and values, at chosen places of packed rows.</summary>
    /// <param name="flat">The parameters, as one vector.</param>
    /// <param name="tokens_BT">Token ids, int64.</param>
    /// <param name="positions_BT">Position of each token in its own episode, int64.</param>
    /// <param name="mask_B1TT">0 where a row may look, −∞ where it may not.</param>
    /// <param name="places_N">Which of the B·T places to answer for, int64.</param>
    /// <param name="temperature">Divides the logits: the distribution that is sampled from.</param>
    /// <returns>logProbabilities_NV of the token that follows each place, and values_N before it.</returns>
    public (Tensor LogProbabilities_NV, Tensor Values_N) Forward(Tensor flat, Tensor tokens_BT, Tensor positions_BT, Tensor mask_B1TT, Tensor places_N, double temperature = 1)
    {
        var weights = NetworkWeights.Split(flat, _layout);
        var turns_BT1D = _rotary.At(positions_BT);
        var x_BTW = weights.Embedding_VW.index_select(0, tokens_BT.view(-1)).view(tokens_BT.shape[0], tokens_BT.shape[1], _layout.Architecture.Width);
        foreach (var layer in weights.Layers)
        {
            x_BTW = x_BTW.Plus(Attention(_layers.Norm(x_BTW), layer, turns_BT1D, mask_B1TT));
            x_BTW = x_BTW.Plus(FeedForward(_layers.Norm(x_BTW), layer));
        }

        var hidden_NW = _layers.Norm(x_BTW.view(-1, _layout.Architecture.Width).index_select(0, places_N));
        using var divisor = temperature.ToScalar();
        var logits_NV = functional.linear(hidden_NW, weights.Head_VW);
        return (functional.log_softmax(temperature == 1 ? logits_NV : logits_NV / divisor, -1), (hidden_NW * weights.Value_W).sum(-1));
    }

    public void Dispose()
    {
        _rotary.Dispose();
        _layers.Dispose();
    }

    private Tensor Attention(Tensor x_BTW, LayerWeights layer, Tensor turns_BT1D, Tensor mask_B1TT)
    {
        var architecture = _layout.Architecture;
        int heads = architecture.Heads, shared = architecture.KeyValueHeads, width = architecture.HeadWidth;
        long rows = x_BTW.shape[0], time = x_BTW.shape[1];
        var queries_BHTD = Turned(layer.Queries, heads);
        var keys_BHTD = Spread(Turned(layer.Keys, shared), heads / shared);
        var values_BHTD = Spread(functional.linear(x_BTW, layer.Values).view(rows, time, shared, width).transpose(1, 2), heads / shared);
        var scores_BHTT = matmul(queries_BHTD, keys_BHTD.transpose(-2, -1)).Plus(mask_B1TT);
        var mixed_BHTD = matmul(functional.softmax(scores_BHTT, -1), values_BHTD);
        return functional.linear(mixed_BHTD.transpose(1, 2).reshape(rows, time, heads * width), layer.Output);

        Tensor Turned(Tensor weight, int count)
        {
            var pairs = functional.linear(x_BTW, weight).view(rows, time, count, width / 2, 2).view_as_complex();
            return Layers.Rotate(pairs, turns_BT1D).view(rows, time, count, width).transpose(1, 2);
        }
    }

    private static Tensor FeedForward(Tensor x_BTW, LayerWeights layer) =>
        functional.linear(functional.silu(functional.linear(x_BTW, layer.Gate)) * functional.linear(x_BTW, layer.Up), layer.Down);

    // Each key and value head serves a run of query heads.
    private static Tensor Spread(Tensor x_BKTD, int times) => times == 1 ? x_BKTD : x_BKTD.repeat_interleave(times, 1);
}
