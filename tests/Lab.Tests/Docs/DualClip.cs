using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Learning;
using TorchSharp;
using static TorchSharp.torch;

namespace MyLab;

/// <summary>PPO's clip with a bound for what a bad token may cost: Ye et al. 2020, arXiv:1912.09729, equation 5.</summary>
public sealed record DualClipOptions : PolicyLossOptions
{
    [Description("The ratio stays within 1 − clip and 1 + clip.")]
    [Range(0.001, 1.0)]
    public double Clip { get; init; } = 0.2;

    [Description("A token of negative advantage costs at most this many times its advantage.")]
    [Range(1.0, 100.0)]
    public double Most { get; init; } = 3;
}

[PolicyLoss("dual-clip", "PPO's clip, bounded also where a bad token has become likelier.")]
public sealed class DualClip(DualClipOptions options) : IPolicyLoss
{
    public TokenLoss Evaluate(BatchTensors batch, Tensor said_N)
    {
        using Scalar low = (1 - options.Clip).ToScalar(), high = (1 + options.Clip).ToScalar(), most = options.Most.ToScalar(), zero = 0.ToScalar();
        var ratio_N = (said_N - batch.Before_N).exp();
        var clipped_N = minimum(ratio_N * batch.Advantages_N, ratio_N.clamp(low, high) * batch.Advantages_N);
        var bounded_N = maximum(clipped_N, batch.Advantages_N * most);
        return new(-where(batch.Advantages_N.lt(zero), bounded_N, clipped_N));
    }
}
