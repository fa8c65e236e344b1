using Lab.Core;
using TorchSharp;

namespace Lab.Learning;

/// <summary>What a learner minimises, and what it needs to know for it.</summary>
public interface IObjective
{
    /// <summary>Passes over an iteration's episodes.</summary>
    int Passes { get; }

    /// <summary>Whether it compares the policy with itself before the iteration's first step.</summary>
    bool UsesBefore { get; }

    /// <summary>What the reference policy is; null without one.</summary>
    ReferenceRule? Reference { get; }

    /// <summary>The divergence from the policy that sampled, k3 in nats per token, after which an iteration's steps end; null for never.</summary>
    double? KlLimit { get; }

    /// <summary>Rows to learn from, each with its rewards, in the order of the groups.</summary>
    /// <param name="groups">Scored episodes.</param>
    /// <param name="lay">Lays out an episode's tokens.</param>
    IReadOnlyList<RowGroup> Lay(IReadOnlyList<Group> groups, Func<Episode, TrainingRow> lay);

    /// <summary>Fills in advantages and returns, once the rows' log-probabilities are known.</summary>
    void Estimate(IReadOnlyList<RowGroup> groups);

    /// <summary>The objective of one minibatch.</summary>
    /// <param name="batch">The minibatch.</param>
    /// <param name="outputs">The network's answer for it.</param>
    /// <param name="moment">Where in the stage this is.</param>
    Objective Evaluate(BatchTensors batch, Outputs outputs, Moment moment);

    /// <summary>Adapts what it remembers, after an iteration.</summary>
    void Adapt(UpdateReport report);

    /// <summary>What it remembers, by name.</summary>
    IReadOnlyDictionary<string, double> Save();

    /// <summary>Remembers what was saved.</summary>
    void Restore(IReadOnlyDictionary<string, double> numbers);
}

/// <summary>A loss and what was measured on the way.</summary>
/// <param name="Loss">What is minimised, a scalar.</param>
/// <param name="Measures">Its numbers.</param>
/// <param name="ValueHeadOnly">Whether only the value head's weights may change.</param>
public readonly record struct Objective(torch.Tensor Loss, StepMeasures Measures, bool ValueHeadOnly = false);

/// <summary>Where in a stage a step is.</summary>
/// <param name="Iteration">From 0.</param>
/// <param name="Progress">Share of the stage that is done, in [0, 1].</param>
public readonly record struct Moment(int Iteration, double Progress);
