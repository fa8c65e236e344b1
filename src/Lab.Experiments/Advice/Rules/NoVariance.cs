namespace Lab.Experiments;

/// <summary>
/// All attempts at a problem score alike, at every problem: there is nothing to compare, and so nothing is learned. A policy
/// that learned its way to where all is right has come to its end; that is no alarm.
/// </summary>
/// <param name="isGame">
/// Whether the policy plays itself: what one seat wins the other loses, and where both play well everything is drawn. Only where no match is
/// played to its end legally is nothing learned.
/// </param>
internal sealed class NoVariance(bool isGame) : IAdvice
{
    // An iteration can be alike by chance where few problems are posed; three in a row are not.
    private const int Iterations = 3;

    // Where more is right, a stage that came from below has succeeded, whether or not the rest is ever solved.
    private const double Solved = 0.9;

    private const string Answered = MetricNames.StopPrefix + "answered";

    public Cause Cause => Cause.NoVariance;

    public Finding? Look(StageHistory history)
    {
        if (history.Last(MetricNames.Accuracy, Iterations) is not { } accuracies || !IsAlike(history, accuracies))
        {
            return null;
        }

        var accuracy = accuracies.Average();
        if (accuracy >= Solved && history.First(MetricNames.Accuracy, Iterations)!.Average() < Solved)
        {
            return null;
        }

        return accuracy switch
        {
            0 => new(
                "every group scored alike: all wrong",
                $"In {history.Span(Iterations)}, no answer was right and no attempt scored better than another at the same problem, so nothing is learned.",
                IsCut(history)
                    ? "Raise limits.tokens or policy.context first: most answers were cut off before they could be right."
                    : "Pose easier problems, imitate longer first, make more attempts at each problem, or give a reward for part of the way."),
            1 => new(
                "every group scored alike: all right",
                $"In {history.Span(Iterations)}, every answer was right, as from the first iteration on, so nothing is left to learn.",
                "Pose harder problems, or leave this stage out."),
            _ => new(
                "every group scored alike, right or wrong",
                $"In {history.Span(Iterations)}, {Amounts.Share(accuracy)} of the answers were right, yet no attempt scored better than another at the same problem, so nothing is learned.",
                "Add a reward that tells right from wrong, such as correct; where it does, the attempts are all the same: raise the temperature."),
        };
    }

    private static bool IsCut(StageHistory history) => history.Last(CutAnswers.Metric, 1) is [> 0.5];

    // Where groups are not measured: the same mean reward each time, with all wrong, all right, or with changing verdicts.
    private bool IsAlike(StageHistory history, double[] accuracies) => history.Last(MetricNames.GroupsAlike, Iterations) is { } alike
        ? alike.All(share => share >= 1)
        : history.Last(MetricNames.RewardTotal, Iterations) is { } rewards && rewards.Distinct().Count() == 1
            && (isGame ? history.Last(Answered, Iterations)?.All(share => share == 0) ?? false
                : accuracies.All(share => share == 0) || accuracies.All(share => share == 1) || accuracies.Distinct().Count() > 1);
}
