using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lab.Policies;

/// <summary>The operations that training and generation share, so that both compute the same function.</summary>
/// <remarks>
/// Numbers reach torch as <see cref="TorchSharp.Scalar"/>s that somebody holds. One made in passing, as <c>x * 0.5</c> does, may
/// be finalised on another thread while torch still reads it: the operation then computes with garbage, or fails.
/// </remarks>
internal static class Layers
{
    /// <summary>Root mean square normalisation: Zhang and Sennrich 2019, arXiv:1910.07467.</summary>
    public static Tensor Norm(Tensor x, Tensor gain_W, Scalar epsilon) =>
        x * (x * x).mean([-1], keepdim: true).add_(epsilon).rsqrt_() * gain_W;

    /// <summary>
    /// Rotary positions in the halves convention of Hugging Face's Llama: Su et al. 2021, arXiv:2104.09864.
    /// </summary>
    /// <param name="x">Queries and keys, […, heads, D].</param>
    /// <param name="cos">[…, 1, D/2].</param>
    /// <param name="sin">[…, 1, D/2].</param>
    public static Tensor Rotate(Tensor x, Tensor cos, Tensor sin)
    {
        var halves = x.chunk(2, -1);
        return cat([(halves[0] * cos) - (halves[1] * sin), (halves[1] * cos) + (halves[0] * sin)], -1);
    }

    /// <summary>The feed-forward block with a SiLU gate: Shazeer 2020, arXiv:2002.05202.</summary>
    public static Tensor FeedForward(Tensor x, LayerWeights layer)
    {
        var halves = functional.linear(x, layer.GateUp).chunk(2, -1);
        return functional.linear(functional.silu(halves[0]) * halves[1], layer.Down);
    }

    /// <summary>
    /// The value head. A product with one output row is a matrix-vector kernel whose bits depend on the batch; a sum over the
    /// width is not.
    /// </summary>
    public static Tensor Value(Tensor hidden, Tensor value_1W) => (hidden * value_1W).sum(-1);
}
