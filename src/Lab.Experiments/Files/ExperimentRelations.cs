using Lab.Core;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>What must hold between the parts of an experiment file.</summary>
public static class ExperimentRelations
{
    /// <summary>Every relation that does not hold.</summary>
    /// <param name="experiment">Each part of it is right in itself.</param>
    /// <param name="catalog">Knows the kinds of its plugins.</param>
    public static IEnumerable<InputError> Check(Experiment experiment, Catalog catalog)
    {
        var path = JsonPath.Root;
        return
        [
            .. Twice(path.Member("tools"), experiment.Tools.Select(tool => catalog.For(tool).Kind), "the tool"),
            .. Unrewarded(path.Member("rewards"), experiment),
            .. Twice(path.Member("rewards"), experiment.Rewards.Select(reward => catalog.For(reward).Kind), "the reward function"),
            .. Reserved(path.Member("stages"), experiment),
            .. Alone(path.Member("stages"), experiment),
            .. Budgets(path.Member("stages"), experiment),
            .. Twice(path.Member("stages"), experiment.Stages.Select(stage => stage.Name ?? catalog.For(stage).Kind), "the label"),
        ];
    }

    private static IEnumerable<InputError> Unrewarded(JsonPath rewards, Experiment experiment)
    {
        if (experiment.Rewards.Count == 0 && experiment.Stages.Any(stage => stage is ReinforceOptions))
        {
            yield return new(rewards.ToString(), "a reinforce stage needs at least one reward function");
        }
    }

    private static IEnumerable<InputError> Reserved(JsonPath stages, Experiment experiment) => experiment.Stages.Index()
        .Where(stage => stage.Item.Name is { } name && StagePlan.IsReserved(name))
        .Select(stage => new InputError(stages.Item(stage.Index).Member("name").ToString(), $"'{stage.Item.Name}' is what the lab calls its own folders"));

    private static IEnumerable<InputError> Alone(JsonPath stages, Experiment experiment) => experiment.Stages.Index()
        .Where(stage => stage.Item is ReinforceOptions { Attempts: 1, Algorithm: { Estimator: GroupRelativeOptions or LeaveOneOutOptions } or { Batch: DynamicOptions } })
        .Select(stage => new InputError(stages.Item(stage.Index).Member("attempts").ToString(), "must be 2 or more: this algorithm compares the attempts at a problem with each other"));

    // Where a run stands is a number of iterations of each stage before: those must be known.
    private static IEnumerable<InputError> Budgets(JsonPath stages, Experiment experiment) => experiment.Stages.Index()
        .Where(stage => stage.Item is IHasBudget { Tokens: not null } && stage.Index < experiment.Stages.Count - 1)
        .Select(stage => new InputError(stages.Item(stage.Index).Member("tokens").ToString(), "only the last stage can end with a budget of tokens"));

    /// <summary>Metrics, reports and overrides tell the items of a list apart by these names.</summary>
    private static IEnumerable<InputError> Twice(JsonPath list, IEnumerable<string> names, string sort)
    {
        var first = new Dictionary<string, int>();
        foreach (var (index, name) in names.Index())
        {
            if (!first.TryAdd(name, index))
            {
                yield return new(list.Item(index).ToString(), $"{sort} '{name}' is already that of {list.Item(first[name])}");
            }
        }
    }
}
