using System.Globalization;
using System.Text.RegularExpressions;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>A stage of an experiment, made and labelled.</summary>
/// <param name="Label">Its name or, where it has none, its kind.</param>
/// <param name="Options">What it was made from.</param>
/// <param name="Stage">The stage.</param>
public sealed record PlannedStage(string Label, StageOptions Options, IStage Stage);

/// <summary>The stages of an experiment in order, and how places in them are called.</summary>
public sealed partial class StagePlan
{
    /// <summary>Makes the stages.</summary>
    /// <param name="experiment">Has them.</param>
    /// <param name="plugins">Makes them.</param>
    public StagePlan(Experiment experiment, PluginFactory plugins) => Stages =
    [
        .. experiment.Stages.Select(options => new PlannedStage(options.Name ?? plugins.Catalog.For(options).Kind, options, plugins.Create<IStage>(options))),
    ];

    public IReadOnlyList<PlannedStage> Stages { get; }

    /// <summary>Whether a label would be taken for the name of a place, or of the weights at the end.</summary>
    public static bool IsReserved(string label) => label == "final" || Place().IsMatch(label);

    /// <summary>The name of a place as files and folders have it: <c>reinforce-000020</c>.</summary>
    public string Name(Position at) => string.Create(CultureInfo.InvariantCulture, $"{Stages[at.Stage].Label}-{at.Iteration:D6}");

    /// <summary>A place as people write it: <c>reinforce/20</c>.</summary>
    public string Write(Position at) => string.Create(CultureInfo.InvariantCulture, $"{Stages[at.Stage].Label}/{at.Iteration}");

    /// <summary>The place that a file or folder is named after; null where that is none of this plan's.</summary>
    public Position? Read(string name)
    {
        var match = Place().Match(name);
        return match.Success && Find(match.Groups[1].Value) is { } stage ? new(stage, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>The stage with this label, from 0; null where there is none.</summary>
    public int? Find(string label)
    {
        for (var stage = 0; stage < Stages.Count; stage++)
        {
            if (Stages[stage].Label == label)
            {
                return stage;
            }
        }

        return null;
    }

    /// <summary>The same place, with a stage that has not begun called the end of the one before it.</summary>
    public Position Normalize(Position at) => at is { Stage: > 0, Iteration: 0 } ? new(at.Stage - 1, Stages[at.Stage - 1].Stage.Iterations) : at;

    /// <summary>Every iteration before a place, in order: the lines that metrics.jsonl has there.</summary>
    public IEnumerable<(string Stage, int Iteration)> Until(Position at) => Stages.Take(at.Stage + 1).SelectMany((stage, index) =>
        Enumerable.Range(1, index < at.Stage ? stage.Stage.Iterations : at.Iteration).Select(iteration => (stage.Label, iteration)));

    [GeneratedRegex(@"\A(.+)-([0-9]{6,7})\z")]
    private static partial Regex Place();
}
