namespace Lab.Experiments;

/// <summary>What the ways to choose answers come to.</summary>
public static class Samplings
{
    /// <summary>As files, metrics and reports call it.</summary>
    public static string Name(this Sampling sampling) => sampling == Sampling.Greedy ? "greedy" : "sampled";

    /// <summary>What the logits are divided by; 0 takes the likeliest token.</summary>
    public static double Temperature(this Sampling sampling) => sampling == Sampling.Greedy ? 0 : 1;
}
