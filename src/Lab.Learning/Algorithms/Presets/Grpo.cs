namespace Lab.Learning;

/// <summary>Group-relative policy optimization: Shao et al. 2024, arXiv:2402.03300, equation 3.</summary>
[Algorithm("grpo", "Group-relative policy optimization.")]
public sealed record Grpo : AlgorithmOptions
{
    public Grpo()
    {
        Estimator = new GroupRelativeOptions { Divide = Divisor.Deviation };
        Normalization = LossNormalization.SequenceMean;
        Regularizers = [new KlOptions { Coefficient = 0.04 }];
    }
}
