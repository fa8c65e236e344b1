namespace Lab.Learning;

/// <summary>Group sequence policy optimization: one ratio for an episode. Zheng et al. 2025, arXiv:2507.18071.</summary>
[Algorithm("gspo", "Group sequence policy optimization.")]
public sealed record Gspo : AlgorithmOptions
{
    public Gspo()
    {
        Estimator = new GroupRelativeOptions { Divide = Divisor.Deviation };
        PolicyLoss = new SequenceClipOptions();
        Normalization = LossNormalization.SequenceMean;
    }
}
