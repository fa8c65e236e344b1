using System.Reflection;

namespace Lab.Experiments;

/// <summary>Which stages a report is about.</summary>
internal static class EvaluatedStages
{
    private const string After = "after ";

    /// <summary>The stage that an evaluation came after, or null where it came after none.</summary>
    public static string? Of(EvaluationResult result) => result.When.StartsWith(After, StringComparison.Ordinal) ? result.When[After.Length..] : null;

    /// <summary>The labels of the stages that imitate; in all others the policy plays.</summary>
    public static IReadOnlySet<string> Imitating(Experiment experiment)
    {
        var kind = typeof(Imitate).GetCustomAttribute<StageAttribute>()!.Kind;
        return experiment.Stages.OfType<ImitateOptions>().Select(stage => stage.Name ?? kind).ToHashSet();
    }
}
