namespace Lab.Learning;

/// <summary>
/// GRPO done right: neither the deviation nor the length of an answer divides. Liu et al. 2025, arXiv:2503.20783.
/// </summary>
[Algorithm("dr-grpo", "GRPO without its biases towards long answers and extreme problems.")]
public sealed record DrGrpo : AlgorithmOptions
{
    public DrGrpo()
    {
        Estimator = new GroupRelativeOptions { Divide = Divisor.Nothing };
        Normalization = LossNormalization.FixedLength;
    }
}
