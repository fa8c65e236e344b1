namespace Lab.Experiments;

/// <summary>Answers end at the token limit, which counts them as failed however good they were so far.</summary>
internal sealed class CutAnswers : IAdvice
{
    /// <summary>The share of episodes that ended at the limit.</summary>
    public const string Metric = $"{MetricNames.StopPrefix}out_of_tokens";

    // Enough to tell a stage from an unlucky iteration.
    private const int Iterations = 3;

    // Clean runs cut fewer than one in a hundred. At one in ten the limit, not the problem, decides what is learned.
    private const double Most = 0.1;

    // A policy that learns to end its answers needs no advice.
    private const double Falling = 0.9;

    public Cause Cause => Cause.AnswersCutOff;

    public Finding? Look(StageHistory history)
    {
        if (history.Last(Metric, Iterations) is not { } cut || cut.Any(share => share < Most) || cut[^1] < Falling * cut[0])
        {
            return null;
        }

        var length = history.Last(MetricNames.TokensPerEpisode, 1) is [var tokens] ? $" An episode takes {Amounts.Of(tokens)} tokens on average." : "";
        return new(
            "answers cut off by the token limit",
            $"In {history.Span(Iterations)}, {Amounts.Share(cut.Average())} of the episodes ended at the limit, without an answer.{length}",
            "Raise limits.tokens, or policy.context where that is the smaller; or reward shorter answers.");
    }
}
