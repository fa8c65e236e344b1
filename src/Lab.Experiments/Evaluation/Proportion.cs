namespace Lab.Experiments;

/// <summary>A share with its interval of 95 % confidence: Wilson 1927.</summary>
/// <param name="Successes">How many.</param>
/// <param name="Trials">Out of how many.</param>
public readonly record struct Proportion(int Successes, int Trials)
{
    // The standard normal's 97.5th percentile.
    private const double Z = 1.959963984540054;

    /// <summary>The share, in [0, 1]; 0 of nothing is 0.</summary>
    public double Value => Trials == 0 ? 0 : (double)Successes / Trials;

    /// <summary>The interval's lower end.</summary>
    public double Low => Successes == 0 ? 0 : Math.Max(0, Centre - Margin);

    /// <summary>The interval's upper end.</summary>
    public double High => Successes == Trials ? 1 : Math.Min(1, Centre + Margin);

    private double Scale => 1 + (Z * Z / Trials);

    private double Centre => Trials == 0 ? 0 : (Value + (Z * Z / (2.0 * Trials))) / Scale;

    private double Margin => Trials == 0 ? 0 : Z / Scale * Math.Sqrt((Value * (1 - Value) / Trials) + (Z * Z / (4.0 * Trials * Trials)));
}
