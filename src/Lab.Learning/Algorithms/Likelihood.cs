using Lab.Core;
using TorchSharp;

namespace Lab.Learning;

/// <summary>Maximum likelihood of what was said: imitation.</summary>
public sealed class Likelihood : IObjective
{
    public int Passes => 1;

    public bool UsesBefore => false;

    public ReferenceRule? Reference => null;

    public double? KlLimit => null;

    public IReadOnlyList<RowGroup> Lay(IReadOnlyList<Group> groups, Func<Episode, TrainingRow> lay) => RowGroup.Lay(groups, lay);

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
    }

    public Objective Evaluate(BatchTensors batch, Outputs outputs, Moment moment)
    {
        var loss = -outputs.Said_N.mean();
        using var without = torch.no_grad();
        var value = loss.item<float>();
        return new(loss, new() { Loss = value, Policy = value, Entropy = Divergence.Entropy(outputs.LogProbabilities_NV).mean().item<float>() });
    }

    public void Adapt(UpdateReport report)
    {
    }

    public IReadOnlyDictionary<string, double> Save() => new Dictionary<string, double>();

    public void Restore(IReadOnlyDictionary<string, double> numbers)
    {
    }
}
