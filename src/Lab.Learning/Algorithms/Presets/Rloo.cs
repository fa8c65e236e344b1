namespace Lab.Learning;

/// <summary>
/// REINFORCE with the mean of the other attempts as baseline, and the divergence in the reward: Ahmadian et al. 2024,
/// arXiv:2402.14740.
/// </summary>
[Algorithm("rloo", "REINFORCE with a leave-one-out baseline.")]
public sealed record Rloo : AlgorithmOptions
{
    public Rloo()
    {
        Estimator = new LeaveOneOutOptions();
        Regularizers = [new KlOptions { Coefficient = 0.01, Estimator = DivergenceEstimator.K1, In = KlPlace.Reward }];
    }
}
