using Lab.Core;
using TorchSharp;

namespace Lab.Learning;

/// <summary>Turns groups of episodes into an objective.</summary>
public interface IAlgorithm
{
    /// <summary>Passes over an iteration's episodes.</summary>
    int Passes { get; }

    /// <summary>Whether its objective reads <see cref="BatchTensors.Before_N"/>.</summary>
    bool UsesBefore { get; }

    /// <summary>Whether its objective reads <see cref="BatchTensors.Reference_N"/>.</summary>
    bool UsesReference { get; }

    /// <summary>Rows with advantages and returns, in the order of the groups. Pure.</summary>
    /// <param name="groups">Scored episodes.</param>
    /// <param name="lay">Lays out an episode's tokens.</param>
    IReadOnlyList<TrainingRow> Estimate(IReadOnlyList<Group> groups, Func<Episode, TrainingRow> lay);

    /// <summary>The objective of one minibatch, to be minimised, and its parts.</summary>
    /// <param name="batch">The minibatch.</param>
    /// <param name="outputs">The network's answer for it.</param>
    /// <param name="progress">Share of the stage that is done, in [0, 1].</param>
    Objective Evaluate(BatchTensors batch, Outputs outputs, double progress);
}

/// <summary>A loss and what it is made of: scalars, means over the said tokens of a minibatch.</summary>
/// <param name="Loss">What is minimised.</param>
/// <param name="Policy">The policy loss.</param>
/// <param name="Value">The value loss.</param>
/// <param name="Entropy">In nats.</param>
/// <param name="Kl">From the reference, k3, in nats; null without one.</param>
/// <param name="Clipped">The share of tokens where the clip was active.</param>
public readonly record struct Objective(
    torch.Tensor Loss,
    torch.Tensor Policy,
    torch.Tensor Value,
    torch.Tensor Entropy,
    torch.Tensor? Kl,
    torch.Tensor Clipped);
