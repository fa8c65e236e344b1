using System.Reflection;

namespace Lab.Experiments;

/// <summary>
/// Reads a run's metrics as they come and says what goes wrong. It knows nothing but the metrics: fed those of a run's past,
/// it says what it said then.
/// </summary>
/// <param name="stages">The labels of the stages that it judges.</param>
/// <param name="isGame">Whether the policy plays itself: then a share of matches won is no share of right answers.</param>
internal sealed class Advisor(IReadOnlySet<string> stages, bool isGame = false)
{
    private readonly IReadOnlyList<IAdvice> _rules =
    [
        new SkippedSteps(), new NoVariance(isGame), new CutAnswers(), new RunawayDivergence(), new SamplerApart(),
        .. isGame ? Array.Empty<IAdvice>() : [new EntropyCollapse(), new MisleadingReward()],
    ];

    // In the order in which the stages ran.
    private readonly OrderedDictionary<string, StageAlarms> _stages = [];

    /// <summary>All alarms so far: stage by stage, in order of cause.</summary>
    public IReadOnlyList<Alarm> Alarms => [.. _stages.Values.SelectMany(stage => stage.All)];

    /// <summary>
    /// An advisor on the stages of an experiment that learn by reward. Of the others none is judged: entropy falls by nature
    /// where a policy imitates.
    /// </summary>
    public static Advisor Of(Experiment experiment)
    {
        var kind = typeof(Reinforce).GetCustomAttribute<StageAttribute>()!.Kind;
        return new(experiment.Stages.OfType<ReinforceOptions>().Select(stage => stage.Name ?? kind).ToHashSet(), experiment.IsGame);
    }

    /// <summary>Takes an iteration in.</summary>
    /// <returns>The alarms of its stage that stand after it, in order of cause.</returns>
    public IReadOnlyList<Alarm> Add(MetricsLine line)
    {
        if (!stages.Contains(line.Stage))
        {
            return [];
        }

        if (!_stages.TryGetValue(line.Stage, out var stage))
        {
            _stages[line.Stage] = stage = new(_rules);
        }

        stage.Add(line);
        return [.. stage.Standing];
    }
}
