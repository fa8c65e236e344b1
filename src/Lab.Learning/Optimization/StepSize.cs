namespace Lab.Learning;

/// <summary>A step size that rises linearly from 0, then falls linearly to a share of its peak.</summary>
public static class StepSize
{
    /// <param name="peak">The greatest step size.</param>
    /// <param name="progress">Share of the stage that is done, in [0, 1].</param>
    /// <param name="options">Warm-up and final share.</param>
    public static double At(double peak, double progress, OptimizerOptions options)
    {
        if (progress < options.Warmup)
        {
            return peak * progress / options.Warmup;
        }

        var fall = options.Warmup < 1 ? (progress - options.Warmup) / (1 - options.Warmup) : 0;
        return peak * (1 - (fall * (1 - options.Final)));
    }
}
