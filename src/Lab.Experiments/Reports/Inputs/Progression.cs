namespace Lab.Experiments;

/// <summary>From where to where a run brought its policy: the first and the last evaluation with one way of sampling.</summary>
/// <param name="First">The earliest.</param>
/// <param name="Last">The latest; the same one where there is only one.</param>
internal sealed record Progression(EvaluationResult First, EvaluationResult Last)
{
    /// <summary>Whether there is anything between the two.</summary>
    public bool IsStep => First != Last;

    /// <summary>The run's progression, of sampled answers where there are any; null where nothing was evaluated.</summary>
    public static Progression? Of(RunReport report)
    {
        var results = report.Evaluation.GroupBy(result => result.Sampling).OrderBy(results => results.Key).FirstOrDefault();
        return results is null ? null : new(results.First(), results.Last());
    }
}
