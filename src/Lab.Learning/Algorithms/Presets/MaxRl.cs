namespace Lab.Learning;

/// <summary>
/// Centred scores over the group's mean, for scores of 0 and 1: hard problems weigh more, as in maximum likelihood. Tajwar et al.
/// 2026, arXiv:2602.02710.
/// </summary>
[Algorithm("maxrl", "Maximum likelihood reinforcement learning: advantages over the group's mean.")]
public sealed record MaxRl : AlgorithmOptions
{
    public MaxRl()
    {
        Estimator = new GroupRelativeOptions { Divide = Divisor.Mean };
    }
}
