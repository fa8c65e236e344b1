using Lab.Core;
using Lab.Policies;
using TorchSharp;

namespace Lab.Learning;

/// <summary>Proximal policy optimization with a value head: clipped ratio, clipped value loss, GAE, entropy bonus, KL to a reference.</summary>
[Algorithm("ppo", "Proximal policy optimization with a value head and generalised advantage estimation.")]
public sealed class Ppo(PpoOptions options) : IAlgorithm
{
    public int Passes => options.Passes;

    public bool UsesBefore => true;

    public bool UsesReference => options.Kl > 0;

    public IReadOnlyList<TrainingRow> Estimate(IReadOnlyList<Group> groups, Func<Episode, TrainingRow> lay)
    {
        var rows = new List<TrainingRow>();
        foreach (var episode in groups.SelectMany(group => group.Episodes).Where(episode => episode.IsLearnable))
        {
            var row = lay(episode);
            if (row.Tokens.Length == 0)
            {
                continue;
            }

            var rewards = new float[row.Tokens.Length];
            rewards[^1] = (float)episode.TotalScore;
            var advantages = new float[rewards.Length];
            var returns = new float[rewards.Length];
            Gae.Estimate(rewards, row.Values, row.Said, options.Gamma, options.Lambda, advantages, returns);
            rows.Add(row.With(advantages, returns));
        }

        if (options.Normalize)
        {
            Normalization.Apply(rows);
        }

        return rows;
    }

    public Objective Evaluate(BatchTensors batch, Outputs outputs, double progress)
    {
        var (loss_N, clipped_N) = PolicyLoss.Clip(outputs.Said_N, batch.Before_N, batch.Advantages_N, options.Clip, options.Clip);
        var policy = loss_N.mean();
        var value = ValueLoss.Clip(outputs.Values_N, batch.Values_N, batch.Returns_N, options.ValueClip).mean();
        var entropy = Divergence.Entropy(outputs.LogProbabilities_NV).mean();
        using Scalar valueWeight = options.ValueWeight.ToScalar(), klWeight = options.Kl.ToScalar();
        using var bonus = (options.Entropy + (progress * ((options.EntropyFinal ?? options.Entropy) - options.Entropy))).ToScalar();
        var loss = policy.Plus(value * valueWeight) - (entropy * bonus);
        var kl = batch.Reference_N is { } reference_N ? Divergence.K3(outputs.Said_N, reference_N).mean() : null;
        if (kl is not null)
        {
            loss = loss.Plus(kl * klWeight);
        }

        return new(loss, policy, value, entropy, kl, clipped_N.to_type(torch.ScalarType.Float32).mean());
    }
}
