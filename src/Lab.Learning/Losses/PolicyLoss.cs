using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>The clipped surrogate of PPO: Schulman et al. 2017, arXiv:1707.06347, equation 7.</summary>
public static class PolicyLoss
{
    /// <summary>Per-token loss, and where the clip was active, both [N].</summary>
    /// <param name="now_N">Log-probabilities under the policy that learns.</param>
    /// <param name="before_N">The same before the iteration's first update, without gradient.</param>
    /// <param name="advantages_N">How much better each token was than expected.</param>
    /// <param name="low">The ratio counts for no less than 1 − low.</param>
    /// <param name="high">The ratio counts for no more than 1 + high.</param>
    public static (Tensor Loss_N, Tensor Clipped_N) Clip(Tensor now_N, Tensor before_N, Tensor advantages_N, double low, double high)
    {
        using Scalar least = (1 - low).ToScalar(), most = (1 + high).ToScalar();
        var ratio_N = (now_N - before_N).exp();
        var free_N = ratio_N * advantages_N;
        var bound_N = ratio_N.clamp(least, most) * advantages_N;
        return (-minimum(free_N, bound_N), bound_N.lt(free_N).detach());
    }
}
