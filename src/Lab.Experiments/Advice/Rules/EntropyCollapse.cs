namespace Lab.Experiments;

/// <summary>
/// The policy says nearly the same each time though much of it is wrong, and gets no better. Entropy alone is no alarm: it
/// ends near 0 wherever a problem with one answer is solved.
/// </summary>
internal sealed class EntropyCollapse : IAdvice
{
    // Nats per token: the likeliest token then has about 99.7 %, and attempts of a dozen tokens hardly differ.
    private const double Least = 0.02;

    // Clean runs come below that with nine in ten right; where less than that is, there was something left to explore.
    private const double Solved = 0.8;

    // More than this from one stretch of iterations to the next is progress: hundreds of episodes are less noisy.
    private const double Progress = 0.02;

    public Cause Cause => Cause.EntropyCollapsed;

    public Finding? Look(StageHistory history)
    {
        if (history.Last(MetricNames.Entropy, StageHistory.Window) is not { } entropies
            || history.Last(MetricNames.Accuracy, 2 * StageHistory.Window) is not { } accuracies)
        {
            return null;
        }

        var entropy = Amounts.Median(entropies);
        var (before, now) = (accuracies[..StageHistory.Window].Average(), accuracies[StageHistory.Window..].Average());
        if (entropy >= Least || now >= Solved || now > before + Progress)
        {
            return null;
        }

        var start = history.First(MetricNames.Entropy, 1) is [var first] && first > entropy ? $", from {Amounts.Of(first)} at the start" : "";
        return new(
            "entropy collapsed",
            $"The policy's entropy is {Amounts.Of(entropy)} nats per token{start}, while {Amounts.Share(now)} of the answers are right: attempts at a problem are nearly the same, so nothing better is found.",
            "Raise the entropy bonus or the temperature, lower the step size, or hold the policy to its reference with a KL term; start again from before the fall.");
    }
}
