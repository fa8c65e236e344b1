namespace Lab.Learning;

/// <summary>Proximal policy optimization with a value head: Schulman et al. 2017, arXiv:1707.06347.</summary>
[Algorithm("ppo", "Proximal policy optimization: value head, clipped ratio, divergence and entropy held.")]
public sealed record Ppo : AlgorithmOptions
{
    public Ppo()
    {
        Estimator = new GaeOptions();
        Regularizers = [new KlOptions(), new EntropyOptions()];
    }
}
