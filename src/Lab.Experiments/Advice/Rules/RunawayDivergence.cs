namespace Lab.Experiments;

/// <summary>
/// The policy moves far, from where the stage began or within one iteration, and no more answers are right for it. Distance
/// alone is no alarm: a policy that learns much goes far.
/// </summary>
internal sealed class RunawayDivergence : IAdvice
{
    // Nats per token: where it began, the policy gave what it says now a third of the probability, token by token. Clean runs
    // have a tenth of that; single iterations go beyond, since k3 has a heavy tail, and so the median counts.
    private const double Far = 1;

    // Of a single iteration, whose updates are meant to stay near 0.01 to 0.05.
    private const double FarAtOnce = 0.2;

    // Gains over the first iteration, which the policy of the beginning played, and losses after the best ones.
    private const double Gain = 0.02;
    private const double Loss = 0.1;

    public Cause Cause => Cause.DivergenceRunsAway;

    public Finding? Look(StageHistory history)
    {
        var far = Median(history, MetricNames.Kl) > Far;
        if (!far && !(Median(history, MetricNames.UpdateKl) > FarAtOnce))
        {
            return null;
        }

        var accuracies = history.Last(MetricNames.Accuracy, StageHistory.Window);
        var (now, first, best) = (accuracies?.Average(), history.First(MetricNames.Accuracy, 1)?[0], history.Best?.Accuracy);
        if (now > first + Gain && now >= best - Loss)
        {
            return null;
        }

        var distance = far
            ? $"The policy is {Amounts.Of(Median(history, MetricNames.Kl)!.Value)} nats per token from where the stage began"
            : $"Each iteration moves the policy by {Amounts.Of(Median(history, MetricNames.UpdateKl)!.Value)} nats per token";
        var result = now is { } share && first is { } start
            ? $", and {Amounts.Share(share)} of its answers are right, after {Amounts.Share(start)} at the start{(best > start ? $" and {Amounts.Share(best.Value)} at best" : "")}"
            : "";
        return new(
            "KL is running away",
            $"{distance}{result}.",
            "Lower the step size (learningRate), raise the algorithm's KL coefficient, or make fewer passes over the same episodes.");
    }

    private static double? Median(StageHistory history, string metric) => history.Last(metric, StageHistory.Window) is { } values ? Amounts.Median(values) : null;
}
