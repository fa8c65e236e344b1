using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>Kullback-Leibler divergences from samples: Schulman 2020, "Approximating KL divergence".</summary>
public static class Divergence
{
    /// <summary>
    /// k3, [N]: an unbiased and never negative estimate of KL(policy ‖ reference) from tokens that the policy sampled.
    /// </summary>
    public static Tensor K3(Tensor policy_N, Tensor reference_N)
    {
        var difference_N = reference_N - policy_N;
        return difference_N.expm1() - difference_N;
    }

    /// <summary>The entropy of each row of log-probabilities, in nats: [N, V] to [N].</summary>
    public static Tensor Entropy(Tensor logProbabilities_NV) => -(logProbabilities_NV.exp() * logProbabilities_NV).sum(-1);
}
