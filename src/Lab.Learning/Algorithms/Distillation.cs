using Lab.Core;

namespace Lab.Learning;

/// <summary>
/// On-policy distillation: the student's own samples, each token judged by how much likelier the teacher finds it. In expectation
/// this lowers the reverse divergence KL(student ‖ teacher). Agarwal et al. 2023, arXiv:2306.13649; Gu et al. 2023,
/// arXiv:2306.08543.
/// </summary>
public sealed class Distillation : IObjective
{
    private const double Bound = 0.2;

    public int Passes => 1;

    public bool UsesBefore => true;

    // The learner is handed a teacher instead.
    public ReferenceRule? Reference => null;

    public double? KlLimit => null;

    public IReadOnlyList<RowGroup> Lay(IReadOnlyList<Group> groups, Func<Episode, TrainingRow> lay) => RowGroup.Lay(groups, lay);

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (var row in groups.SelectMany(group => group.Rows))
        {
            for (var token = 0; token < row.Said.Length; token++)
            {
                row.Advantages[token] = row.Said[token] ? row.Reference[token] - row.Before[token] : 0;
            }
        }
    }

    public Objective Evaluate(BatchTensors batch, Outputs outputs, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var ratio_N = (outputs.Said_N - batch.Before_N).exp();
        var tokens = ClipLoss.Evaluate(ratio_N, batch.Advantages_N, Bound, Bound);
        var loss = tokens.Loss_N.mean();
        return new(loss, Measure.Step(batch, outputs, tokens, loss, loss, null));
    }

    public void Adapt(UpdateReport report)
    {
    }

    public IReadOnlyDictionary<string, double> Save() => new Dictionary<string, double>();

    public void Restore(IReadOnlyDictionary<string, double> numbers)
    {
    }
}
