namespace Lab.Learning;

/// <summary>
/// REINFORCE++: rewards to come normalised over the whole batch, divergence in the reward of each token, PPO's clip. Hu
/// 2025, arXiv:2501.03262.
/// </summary>
[Algorithm("reinforce++", "REINFORCE normalised over the batch, with PPO's clip.")]
public sealed record ReinforcePlusPlus : AlgorithmOptions
{
    public ReinforcePlusPlus()
    {
        Estimator = new BatchNormalizedOptions();
        Regularizers = [new KlOptions { Coefficient = 0.001, Estimator = DivergenceEstimator.K1, In = KlPlace.Reward }];
    }
}
