using Lab.Policies;
using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>The squared error of the value head, kept from leaving its old estimate by more than a bound at once.</summary>
public static class ValueLoss
{
    /// <summary>Per-token loss, [N]: half the larger of the free and the clipped squared error.</summary>
    /// <param name="values_N">Estimates of the network that learns.</param>
    /// <param name="before_N">The estimates when sampled.</param>
    /// <param name="returns_N">Targets.</param>
    /// <param name="clip">How far an estimate may leave the old one.</param>
    public static Tensor Clip(Tensor values_N, Tensor before_N, Tensor returns_N, double clip)
    {
        using Scalar half = 0.5.ToScalar(), down = (-clip).ToScalar(), up = clip.ToScalar();
        var bound_N = before_N.Plus((values_N - before_N).clamp(down, up));
        var (freeError_N, boundError_N) = (values_N - returns_N, bound_N - returns_N);
        return maximum(freeError_N * freeError_N, boundError_N * boundError_N) * half;
    }
}
