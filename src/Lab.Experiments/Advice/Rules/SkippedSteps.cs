namespace Lab.Experiments;

/// <summary>Optimizer steps were skipped, since a loss, a gradient or a weight was not finite.</summary>
internal sealed class SkippedSteps : IAdvice
{
    public Cause Cause => Cause.NotFinite;

    // No sound run has a single one: one is evidence enough.
    public Finding? Look(StageHistory history) => history.Last(MetricNames.SkippedSteps, 1) is [var skipped and > 0]
        ? new(
            "numbers that are not finite",
            $"Updates skipped in the last iteration: {Amounts.Of(skipped)}, for a loss, a gradient or weights that were infinite or no numbers.",
            "Lower the step size (learningRate), clip gradients harder (optimizer), or look for a reward function with very large scores.")
        : null;
}
