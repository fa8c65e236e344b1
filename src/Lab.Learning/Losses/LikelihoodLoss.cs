using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>The likelihood of each token times its advantage, without a ratio: REINFORCE, Williams 1992.</summary>
public sealed record LikelihoodOptions : PolicyLossOptions;

/// <inheritdoc cref="LikelihoodOptions"/>
[PolicyLoss("likelihood", "Likelihood of each token times its advantage, without a ratio.")]
public sealed class LikelihoodLoss : IPolicyLoss
{
    // It has no options of its own; the constructor is where the catalogue sees which record is its.
    public LikelihoodLoss(LikelihoodOptions options) => ArgumentNullException.ThrowIfNull(options);

    public TokenLoss Evaluate(BatchTensors batch, Tensor said_N) =>
        new(-(batch.Advantages_N * said_N));
}
