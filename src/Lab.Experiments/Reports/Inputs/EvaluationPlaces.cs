namespace Lab.Experiments;

/// <summary>Where the evaluations after stages stand on the axis of the stages in which the policy plays.</summary>
internal static class EvaluationPlaces
{
    /// <summary>Each with its place. One after a stage whose metrics are lost has none.</summary>
    /// <param name="playing">The stages in which the policy plays.</param>
    /// <param name="experiment">Has the stages that imitate: they take no room, and what was measured after them stands where they leave off.</param>
    /// <param name="report">Has the evaluations.</param>
    public static IEnumerable<(EvaluationResult Result, double Place)> Of(Timeline playing, Experiment experiment, RunReport report)
    {
        var imitating = EvaluatedStages.Imitating(experiment);
        var place = 0.0;
        foreach (var result in report.Evaluation)
        {
            var label = EvaluatedStages.Of(result);
            var stage = playing.Stages.FirstOrDefault(stage => stage.Stage == label);
            place = stage?.End ?? place;
            if (stage is not null || (label is not null && imitating.Contains(label)))
            {
                yield return (result, place);
            }
        }
    }
}
