namespace Lab.Experiments;

/// <summary>The reward rises while fewer answers are right: the policy has found what pays instead.</summary>
internal sealed class MisleadingReward : IAdvice
{
    // Share of answers. Means of five iterations of clean runs stay within less of the best ones once they are there.
    private const double Loss = 0.05;

    // A change is told from chance by as many standard errors: one in a thousand.
    private const double Errors = 3;

    public Cause Cause => Cause.RewardMisleads;

    // What pays can be found within the first updates, before there is a stretch of iterations to compare with: then the
    // first iteration, which the policy of the beginning played, is what it came from.
    public Finding? Look(StageHistory history)
    {
        if (history.Last(MetricNames.Accuracy, StageHistory.Window) is not { } accuracies
            || history.Last(MetricNames.RewardTotal, StageHistory.Window) is not { } rewards
            || history.First(MetricNames.Episodes, 1) is not [var episodes and > 0])
        {
            return null;
        }

        var first = history.First(MetricNames.Accuracy, 1) is [var accuracy] ? new StageHistory.Stretch(accuracy, history.First(MetricNames.RewardTotal, 1), 1) : null;
        return new[] { history.Best, first }.Select(before => Compare(before, accuracies.Average(), rewards, episodes)).FirstOrDefault(finding => finding is not null);
    }

    private static Finding? Compare(StageHistory.Stretch? before, double accuracy, double[] rewards, double episodes)
    {
        if (before?.Rewards is not { } past)
        {
            return null;
        }

        var chance = Math.Sqrt(((before.Accuracy * (1 - before.Accuracy) / past.Length) + (accuracy * (1 - accuracy) / rewards.Length)) / episodes);

        // One iteration alone does not show how its reward scatters; the last ones do.
        var scatter = Math.Sqrt((Variance(past.Length > 1 ? past : rewards) / past.Length) + (Variance(rewards) / rewards.Length));
        return before.Accuracy - accuracy < Math.Max(Loss, Errors * chance) || rewards.Average() - past.Average() <= Errors * scatter ? null : new(
            "the reward rises while fewer answers are right",
            $"Since iteration {before.Iteration} the reward rose from {Amounts.Of(past.Average())} to {Amounts.Of(rewards.Average())}, and right answers fell from {Amounts.Share(before.Accuracy)} to {Amounts.Share(accuracy)}.",
            "Look at the reward's components: one of them pays for something else. Lower its weight or mend it, and raise that of correct.");
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
