using Lab.Core;
using TorchSharp;

namespace Lab.Learning;

/// <summary>Maximum likelihood of what was said: imitation.</summary>
public sealed class Likelihood : IAlgorithm
{
    public int Passes => 1;

    public bool UsesBefore => false;

    public bool UsesReference => false;

    public IReadOnlyList<TrainingRow> Estimate(IReadOnlyList<Group> groups, Func<Episode, TrainingRow> lay) =>
        [.. groups.SelectMany(group => group.Episodes).Where(episode => episode.IsLearnable).Select(lay)];

    public Objective Evaluate(BatchTensors batch, Outputs outputs, double progress)
    {
        var loss = -outputs.Said_N.mean();
        var none = torch.zeros([], device: loss.device);
        return new(loss, loss, none, Divergence.Entropy(outputs.LogProbabilities_NV.detach()).mean(), null, none);
    }
}
