namespace Lab.Experiments;

/// <summary>The reward rises while fewer answers are right: the policy has found what pays instead.</summary>
internal sealed class MisleadingReward : IAdvice
{
    // Share of answers. Means of five iterations of clean runs stay within less of the best ones once they are there.
    private const double Loss = 0.05;

    // The rise of the reward is told from its scatter by as many standard errors: one in a thousand by chance.
    private const double Errors = 3;

    public Cause Cause => Cause.RewardMisleads;

    public Finding? Look(StageHistory history)
    {
        if (history.Best is not { Rewards: { } before } best
            || history.Last(MetricNames.Accuracy, StageHistory.Window) is not { } accuracies
            || history.Last(MetricNames.RewardTotal, StageHistory.Window) is not { } rewards
            || accuracies.Average() > best.Accuracy - Loss
            || rewards.Average() <= before.Average() + (Errors * Math.Sqrt((Variance(before) + Variance(rewards)) / StageHistory.Window)))
        {
            return null;
        }

        return new(
            "the reward rises while fewer answers are right",
            $"From iteration {best.Iteration} on the reward rose from {Amounts.Of(before.Average())} to {Amounts.Of(rewards.Average())}, and right answers fell from {Amounts.Share(best.Accuracy)} to {Amounts.Share(accuracies.Average())}.",
            "Look at the reward's components: one of them pays for something else. Lower its weight or mend it, and raise that of correct.");
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
