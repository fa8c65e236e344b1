using Lab.Core;
using Lab.Policies;

namespace Lab.Learning;

/// <summary>One episode as arrays of T tokens, ready to be learned from.</summary>
public sealed class TrainingRow
{
    /// <summary>A row of these tokens.</summary>
    /// <param name="tokens">Token ids.</param>
    /// <param name="said">Which of them the seat said, and may be learned. The first never is: nothing predicts it.</param>
    public TrainingRow(int[] tokens, bool[] said)
    {
        (Tokens, Said, SaidCount) = (tokens, said, said.Count(flag => flag));
        (Sampled, Values) = (new float[tokens.Length], new float[tokens.Length]);
        (Before, Reference) = (new float[tokens.Length], new float[tokens.Length]);
        (Rewards, Advantages, Returns) = (new float[tokens.Length], new float[tokens.Length], new float[tokens.Length]);
    }

    /// <summary>Token ids.</summary>
    public int[] Tokens { get; }

    /// <summary>Which tokens the seat said.</summary>
    public bool[] Said { get; }

    /// <summary>The number of said tokens.</summary>
    public int SaidCount { get; }

    /// <summary>Log-probability of each said token when it was sampled; 0 elsewhere, and in demonstrations.</summary>
    public float[] Sampled { get; init; }

    /// <summary>The value before each said token when it was sampled; 0 elsewhere, and in demonstrations.</summary>
    public float[] Values { get; init; }

    /// <summary>Log-probabilities under the policy before the iteration's first step; filled in by the learner.</summary>
    public float[] Before { get; }

    /// <summary>Log-probabilities under the reference policy; filled in by the learner, where there is one.</summary>
    public float[] Reference { get; }

    /// <summary>The reward that follows each token: the episode's score follows the last.</summary>
    public float[] Rewards { get; }

    /// <summary>How much better each said token was than expected; filled in by the estimator.</summary>
    public float[] Advantages { get; }

    /// <summary>The value head's target before each said token; filled in by estimators that use values.</summary>
    public float[] Returns { get; }

    /// <summary>Whether the environment called the episode correct.</summary>
    public bool IsCorrect { get; init; }

    /// <summary>Whether the limit on tokens cut it.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>The sum of its rewards.</summary>
    public double Score => Rewards.Sum(reward => (double)reward);

    /// <summary>
    /// Lays out an episode's tokens up to the last one said: nothing is learned from what comes after it, such as the result
    /// of a tool that no longer fitted into the context.
    /// </summary>
    public static TrainingRow From(Episode episode, Renderer renderer)
    {
        var tokens = new List<int>();
        var said = new List<bool>();
        var sampled = new List<float>();
        var values = new List<float>();
        foreach (var segment in episode.Transcript)
        {
            var start = tokens.Count;
            renderer.Render(segment, tokens);
            for (var token = start; token < tokens.Count; token++)
            {
                said.Add(segment is { Role: Role.Said, Forced: false });
                sampled.Add(segment.Said?.LogProbabilities[token - start] ?? 0);
                values.Add(segment.Said?.Values[token - start] ?? 0);
            }
        }

        var length = said.LastIndexOf(true) + 1;
        var row = new TrainingRow([.. tokens[..length]], [.. said[..length]])
        {
            Sampled = [.. sampled[..length]],
            Values = [.. values[..length]],
            IsCorrect = episode.Verdict is { IsCorrect: true },
            IsTruncated = episode.StopReason == StopReason.OutOfTokens,
        };
        if (length > 0)
        {
            row.Rewards[^1] = (float)episode.TotalScore;
        }

        return row;
    }

    /// <summary>Gives every said token the same advantage.</summary>
    public void Spread(double advantage)
    {
        for (var token = 0; token < Said.Length; token++)
        {
            Advantages[token] = Said[token] ? (float)advantage : 0;
        }
    }
}
