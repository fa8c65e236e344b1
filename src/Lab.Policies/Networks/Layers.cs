using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Policies;

/// <summary>What training and generation both compute.</summary>
internal sealed class Layers(int width, double epsilon) : IDisposable
{
    private readonly Scalar _share = (1.0 / width).ToScalar();
    private readonly Scalar _epsilon = epsilon.ToScalar();

    /// <summary>
    /// Root mean square normalisation, without its gain: Zhang and Sennrich 2019, arXiv:1910.07467. The norm is one pass over x, and
    /// so is its gradient, where the mean of x·x takes four.
    /// </summary>
    public Tensor Norm(Tensor x)
    {
        var norm = x.norm(-1, keepdim: true);
        return x * (norm * norm).mul_(_share).Increase(_epsilon).rsqrt_();
    }

    /// <summary>Rotary positions: Su et al. 2021, arXiv:2104.09864. Each pair of outputs is a complex number that is turned.</summary>
    /// <param name="pairs">Queries or keys, complex, […, heads, D/2].</param>
    /// <param name="turns">Of their positions, complex, […, 1, D/2].</param>
    /// <returns>[…, heads, D/2, 2].</returns>
    public static Tensor Rotate(Tensor pairs, Tensor turns) => (pairs * turns).view_as_real();

    public void Dispose()
    {
        _share.Dispose();
        _epsilon.Dispose();
    }
}
