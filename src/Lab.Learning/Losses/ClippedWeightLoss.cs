using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>
/// The likelihood of each token times its advantage, weighted by its clipped ratio. The weight is a constant for the gradient: a
/// token that was clipped still teaches. CISPO: MiniMax 2025, arXiv:2506.13585, equations 4 and 5.
/// </summary>
public sealed record ClippedWeightOptions : PolicyLossOptions
{
    [Description("The weight is no more than 1 + high; it has no bound below.")]
    [Range(0.0001, 100.0)]
    public double High { get; init; } = 0.28;
}

/// <inheritdoc cref="ClippedWeightOptions"/>
[PolicyLoss("clipped-weight", "Likelihood weighted by a clipped ratio that has no gradient, as in CISPO.")]
public sealed class ClippedWeightLoss(ClippedWeightOptions options) : IPolicyLoss
{
    public TokenLoss Evaluate(BatchTensors batch, Tensor said_N)
    {
        using var most = (1 + options.High).ToScalar();
        var ratio_N = (said_N - batch.Before_N).detach().exp();
        return new(-(ratio_N.clamp_max(most) * batch.Advantages_N * said_N), null, ratio_N.gt(most));
    }
}
