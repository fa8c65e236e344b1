namespace Lab.Experiments;

/// <summary>Maps numbers to places on the paper, linearly.</summary>
/// <param name="Low">The number at <paramref name="From"/>.</param>
/// <param name="High">The number at <paramref name="To"/>, above <paramref name="Low"/>.</param>
/// <param name="From">A place, in pixels.</param>
/// <param name="To">Another.</param>
internal readonly record struct Scale(double Low, double High, double From, double To)
{
    // Closer together is rounding, not a range.
    private const double LeastRange = 1e-12;

    public double At(double value) => From + ((value - Low) / (High - Low) * (To - From));

    /// <summary>The range that holds 0 and these numbers; never empty.</summary>
    public static (double Low, double High) Range(IEnumerable<double> values)
    {
        var (low, high) = (0.0, 0.0);
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return high - low > LeastRange ? (low, high) : (0, 1);
    }
}
