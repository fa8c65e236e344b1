namespace Lab.Learning;

/// <summary>
/// Imitation of the policy's own episodes, those that the environment calls correct: Anthony et al. 2017,
/// arXiv:1705.08439; STaR, Zelikman et al. 2022, arXiv:2203.14465.
/// </summary>
[Algorithm("expert-iteration", "Imitation of the policy's own verified episodes.")]
public sealed record ExpertIteration : AlgorithmOptions
{
    public ExpertIteration()
    {
        Estimator = new VerifiedOptions();
        PolicyLoss = new LikelihoodOptions();
    }
}
