using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>How a divergence is estimated from one sampled token: Schulman 2020, "Approximating KL divergence".</summary>
public enum DivergenceEstimator
{
    /// <summary>log p/q: unbiased, of either sign, noisy. As a loss its gradient says nothing: for rewards.</summary>
    K1,

    /// <summary>Half the square of log p/q: biased, quiet; its gradient is that of the divergence.</summary>
    K2,

    /// <summary>q/p − 1 − log q/p: unbiased and never negative.</summary>
    K3,
}

/// <summary>Kullback-Leibler divergences from sampled tokens, and entropies, in nats.</summary>
public static class Divergence
{
    /// <summary>An estimate of KL(policy ‖ reference) for each token, from tokens that the policy sampled, [N].</summary>
    public static Tensor Estimate(Tensor policy_N, Tensor reference_N, DivergenceEstimator estimator)
    {
        var difference_N = reference_N - policy_N;
        return estimator switch
        {
            DivergenceEstimator.K1 => -difference_N,
            DivergenceEstimator.K2 => Halved(difference_N * difference_N),
            _ => difference_N.expm1() - difference_N,
        };
    }

    /// <summary>The same of one token.</summary>
    public static double Estimate(double policy, double reference, DivergenceEstimator estimator)
    {
        var difference = reference - policy;
        return estimator switch
        {
            DivergenceEstimator.K1 => -difference,
            DivergenceEstimator.K2 => 0.5 * difference * difference,
            _ => Math.Exp(difference) - 1 - difference,
        };
    }

    /// <summary>The entropy of each row of log-probabilities, in nats: [N, V] to [N].</summary>
    public static Tensor Entropy(Tensor logProbabilities_NV) => -(logProbabilities_NV.exp() * logProbabilities_NV).sum(-1);

    private static Tensor Halved(Tensor x)
    {
        using var half = TorchSharp.ScalarExtensionMethods.ToScalar(0.5);
        return x * half;
    }
}
