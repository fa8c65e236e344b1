using Lab.Core;

namespace Lab.Experiments;

/// <summary>What a fork may not change: a run that shares its past has the same past.</summary>
internal static class ForkRules
{
    /// <summary>Everything that a fork changes and may not.</summary>
    /// <param name="run">The parent.</param>
    /// <param name="fork">The fork's experiment.</param>
    /// <param name="at">Where it branches off.</param>
    /// <param name="plugins">Makes the stages.</param>
    public static IEnumerable<InputError> Check(StoredRun run, Experiment fork, Position at, PluginFactory plugins)
    {
        var parent = run.Experiment;
        var path = JsonPath.Root;
        var kinds = plugins.Catalog;
        if (fork.Seed != parent.Seed)
        {
            yield return new(path.Member("seed").ToString(), "a fork keeps its parent's seed: its noise is the same");
        }

        if (fork.Policy != parent.Policy)
        {
            yield return new(path.Member("policy").ToString(), "a fork keeps its parent's policy: its weights are what it goes on from");
        }

        if (fork.Environment.HeldOut != parent.Environment.HeldOut)
        {
            yield return new(path.Member("environment").Member("heldOut").ToString(), "a fork keeps its parent's held-out problems: it may have learned from others");
        }

        if (!fork.Tools.Select(tool => kinds.For(tool).Kind).SequenceEqual(parent.Tools.Select(tool => kinds.For(tool).Kind)))
        {
            yield return new(path.Member("tools").ToString(), "a fork keeps its parent's tools: its policy knows no others");
        }

        var (before, after) = (new StagePlan(parent, plugins), new StagePlan(fork, plugins));
        var within = at.Iteration > 0 && at.Iteration < before.Stages[at.Stage].Stage.Iterations && before.Stages[at.Stage].Options is ReinforceOptions;
        foreach (var (index, past) in fork.Seats.Index().Where(seat => within && seat.Item is PastSeat).Select(seat => (seat.Index, (PastSeat)seat.Item)))
        {
            if (!parent.Seats.OfType<PastSeat>().Any(had => past.Every % had.Every == 0))
            {
                yield return new(path.Member("seats").Item(index).ToString(), "its parent kept no policies of the iterations that this seat plays with: fork at the beginning of a stage, or keep them at its parent's");
            }
        }

        var stages = path.Member("stages");
        for (var index = 0; index <= at.Stage && at.Iteration > 0; index++)
        {
            var (was, has) = (before.Stages[index], after.Stages.ElementAtOrDefault(index));
            var isPast = index < at.Stage || at.Iteration == was.Stage.Iterations;
            if (has is null || has.Label != was.Label || has.Options.GetType() != was.Options.GetType() || (isPast && has.Options != was.Options))
            {
                yield return new(stages.Item(index).ToString(), isPast ? $"{was.Label} lies before the branching point {before.Write(at)}" : $"must stay a stage {was.Label}, in which the fork branches off");
            }
            else if (index == at.Stage && has.Stage.Iterations < at.Iteration)
            {
                yield return new(stages.Item(index).ToString(), $"{was.Label} would end after {has.Stage.Iterations} iterations, before the branching point {before.Write(at)}");
            }
            else if (index == at.Stage && has.Options is IHasBudget { Tokens: { } budget } && SpentTokens.Read(run.Folder, was.Label).Reaches(budget, at.Iteration - 1))
            {
                yield return new(stages.Item(index).Member("tokens").ToString(), $"{was.Label} would have spent {budget} tokens before the branching point {before.Write(at)}");
            }
        }
    }
}
