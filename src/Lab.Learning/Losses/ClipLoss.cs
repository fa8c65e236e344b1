using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>
/// The clipped surrogate of PPO (Schulman et al. 2017, arXiv:1707.06347, equation 7), with bounds of its own below and above
/// (DAPO, arXiv:2503.14476, equation 10).
/// </summary>
public sealed record ClipOptions : PolicyLossOptions
{
    [Description("The ratio counts for no less than 1 − low.")]
    [Range(0.0001, 1.0)]
    public double Low { get; init; } = 0.2;

    [Description("The ratio counts for no more than 1 + high.")]
    [Range(0.0001, 10.0)]
    public double High { get; init; } = 0.2;
}

/// <inheritdoc cref="ClipOptions"/>
[PolicyLoss("clip", "The clipped probability ratio of PPO, token by token.")]
public sealed class ClipLoss(ClipOptions options) : IPolicyLoss
{
    public TokenLoss Evaluate(BatchTensors batch, Tensor said_N) => Evaluate((said_N - batch.Before_N).exp(), batch.Advantages_N, options.Low, options.High);

    /// <summary>The loss from ratios and advantages, of tokens or of episodes.</summary>
    internal static TokenLoss Evaluate(Tensor ratio, Tensor advantages, double low, double high)
    {
        using Scalar least = (1 - low).ToScalar(), most = (1 + high).ToScalar();
        var free = ratio * advantages;
        var bound = ratio.clamp(least, most) * advantages;
        var clipped = bound.lt(free).detach();
        return new(-minimum(free, bound), clipped.logical_and(ratio.lt(least)), clipped.logical_and(ratio.gt(most)));
    }
}
