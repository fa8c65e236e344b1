using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>Measures a policy on held-out problems: the same ones each time, in the same order.</summary>
/// <param name="problems">The held-out problems, as many as the largest evaluation asks for.</param>
/// <param name="rollouts">Plays, verifies, scores.</param>
/// <param name="draw">The randomness of sampled answers.</param>
public sealed class Evaluator(IReadOnlyList<Problem> problems, Rollouts rollouts, Draw draw)
{
    /// <summary>Plays the first of the held-out problems once each.</summary>
    /// <exception cref="RunFailedException">The lab failed at more than 1 % of them.</exception>
    /// <returns>The result, and seat 0's episodes in the problems' order.</returns>
    public async Task<(EvaluationResult Result, IReadOnlyList<Episode> Episodes)> Evaluate(
        Policy policy, string when, Sampling sampling, int count, CancellationToken stop)
    {
        var player = new PolicyPlayer(policy.Generator, policy.Renderer, sampling == Sampling.Greedy ? 0 : 1);
        var groups = await rollouts.Collect([.. problems.Take(count)], 1, player, policy.Generator, draw, stop).ConfigureAwait(false);
        UndecidedLimit.Check(groups);
        var episodes = groups.SelectMany(group => group.Episodes).ToArray();
        var correct = new Proportion(episodes.Count(episode => episode.Verdict!.IsCorrect), episodes.Length);
        var result = new EvaluationResult(
            when,
            episodes.Length,
            sampling,
            correct.Value,
            correct.Low,
            correct.High,
            episodes.Average(episode => episode.SaidTokens),
            episodes.Average(episode => episode.Calls),
            episodes.Count(episode => episode.Verdict!.Outcome == Outcome.Undecided));
        return (result, episodes);
    }
}
