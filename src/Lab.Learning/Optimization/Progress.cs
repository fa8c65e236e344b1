namespace Lab.Learning;

/// <summary>The part of a stage that one iteration is, as shares of the whole.</summary>
/// <param name="From">Share done before it.</param>
/// <param name="To">Share done after it.</param>
public readonly record struct Progress(double From, double To)
{
    public static Progress Of(int iteration, int iterations) => new((double)iteration / iterations, (double)(iteration + 1) / iterations);

    /// <summary>This part or, where that has come further, another measure of it; never beyond the whole.</summary>
    public Progress Or(Progress other) => new(Math.Min(1, Math.Max(From, other.From)), Math.Min(1, Math.Max(To, other.To)));

    /// <summary>Share done after one of the iteration's steps.</summary>
    public double After(int step, int steps) => From + ((To - From) * (step + 1) / steps);
}
