namespace Lab.Learning;

/// <summary>
/// Decoupled clip and dynamic sampling: a wider bound above, groups with nothing to compare replaced, long answers softly
/// punished, every token alike. Yu et al. 2025, arXiv:2503.14476.
/// </summary>
[Algorithm("dapo", "Decoupled clip and dynamic sampling.")]
public sealed record Dapo : AlgorithmOptions
{
    public Dapo()
    {
        Estimator = new GroupRelativeOptions { Divide = Divisor.Deviation };
        PolicyLoss = new ClipOptions { Low = 0.2, High = 0.28 };
        Batch = new DynamicOptions { Truncated = Truncated.Punish };
    }
}
