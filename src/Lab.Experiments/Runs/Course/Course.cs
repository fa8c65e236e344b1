using Lab.Core;

namespace Lab.Experiments;

/// <summary>A part of a run's course that follows one experiment.</summary>
/// <param name="Folder">Has what the experiment needs: the run's own folder, or what a fork keeps of its parent.</param>
/// <param name="Experiment">The experiment.</param>
/// <param name="Plan">Its stages.</param>
/// <param name="Until">Where the next part takes over.</param>
internal sealed record CoursePart(RunFolder Folder, Experiment Experiment, StagePlan Plan, Position Until);

/// <summary>What a run follows from its beginning to its end: a fork follows its parent up to where it branches off.</summary>
internal static class Course
{
    /// <summary>The parts, in order; the last one is the run's own.</summary>
    /// <exception cref="InvalidInputException">What a fork keeps of its parent is damaged.</exception>
    public static IReadOnlyList<CoursePart> Of(RunFolder folder, Experiment experiment, PluginFactory plugins)
    {
        var own = new CoursePart(folder, experiment, new(experiment, plugins), Position.End);
        if (Lineage.Read(folder) is not { } lineage)
        {
            return [own];
        }

        var past = RunFolder.Open(folder.Past);
        var before = Of(past, new ExperimentReader(plugins.Catalog).Read(past.Experiment), plugins);
        return [.. before.Select(part => part with { Until = part.Until < lineage.Place ? part.Until : lineage.Place }), own];
    }
}
