using Lab.Core;

namespace Lab.Learning;

/// <summary>Applies the experiment's reward functions to ended episodes.</summary>
public sealed class Scorer(IReadOnlyList<WeightedReward> rewards)
{
    /// <summary>
    /// The episode with one score per reward function. One that throws or gives no finite number is the lab's failure: the
    /// episode is left out of learning and counted, and keeps its verdict.
    /// </summary>
    public async ValueTask<Episode> Score(Problem problem, Episode episode, CancellationToken stop)
    {
        if (episode.Verdict is not { Outcome: not Outcome.Undecided })
        {
            return episode;
        }

        var scores = new List<ComponentScore>(rewards.Count);
        foreach (var (kind, weight, reward) in rewards)
        {
            try
            {
                var score = await reward.Score(problem, episode, stop).ConfigureAwait(false);
                if (!double.IsFinite(score.Value))
                {
                    return Without(episode, $"reward {kind} gave {score.Value}");
                }

                scores.Add(new(kind, score.Value, weight));
            }
            catch (Exception error) when (error is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                return Without(episode, $"reward {kind}: {error.GetType().Name}: {error.Message}");
            }
        }

        return episode with { Scores = scores.ToEquatableArray() };
    }

    private static Episode Without(Episode episode, string reason) => episode with { Unscored = reason };
}

/// <summary>A reward function as the experiment file names it.</summary>
public sealed record WeightedReward(string Kind, double Weight, IReward Reward);
