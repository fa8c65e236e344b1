namespace Lab.Learning;

/// <summary>Clipped importance sampling policy optimization: MiniMax 2025, arXiv:2506.13585.</summary>
[Algorithm("cispo", "Clipped importance weights: no token loses its gradient.")]
public sealed record Cispo : AlgorithmOptions
{
    public Cispo()
    {
        Estimator = new GroupRelativeOptions { Divide = Divisor.Deviation };
        PolicyLoss = new ClippedWeightOptions();
    }
}
