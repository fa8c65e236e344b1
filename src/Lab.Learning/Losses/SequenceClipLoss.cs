using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>
/// One ratio for an episode, the geometric mean of its tokens', clipped as a whole: GSPO, Zheng et al. 2025, arXiv:2507.18071,
/// equations 5 to 7. The bounds are small, because the mean of many tokens moves little.
/// </summary>
public sealed record SequenceClipOptions : PolicyLossOptions
{
    [Description("The ratio counts for no less than 1 − low.")]
    [Range(0.00001, 1.0)]
    public double Low { get; init; } = 3e-4;

    [Description("The ratio counts for no more than 1 + high.")]
    [Range(0.00001, 10.0)]
    public double High { get; init; } = 4e-4;
}

/// <inheritdoc cref="SequenceClipOptions"/>
[PolicyLoss("sequence-clip", "The clipped probability ratio of whole episodes, as in GSPO.")]
public sealed class SequenceClipLoss(SequenceClipOptions options) : IPolicyLoss
{
    public TokenLoss Evaluate(BatchTensors batch, Tensor said_N)
    {
        var ratio_E = batch.MeanOfEpisodes(said_N - batch.Before_N).exp();
        var loss = ClipLoss.Evaluate(ratio_E, batch.MeanOfEpisodes(batch.Advantages_N), options.Low, options.High);
        return new(batch.ToTokens(loss.Loss_N), batch.ToTokens(loss.Low_N!), batch.ToTokens(loss.High_N!));
    }
}
