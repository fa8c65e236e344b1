using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>Measures a policy on held-out problems: the same ones each time, in the same order.</summary>
/// <param name="parts">The environment and what it is played with.</param>
/// <param name="limits">What a seat may use.</param>
/// <param name="problems">The held-out problems, as many as the largest evaluation asks for.</param>
/// <param name="draw">The randomness of sampled answers.</param>
public sealed class Evaluator(ExperimentParts parts, MatchLimits limits, IReadOnlyList<Problem> problems, Draw draw)
{
    private readonly GameExaminer? _games = parts.Environment is IGame ? new(parts, limits, problems, draw) : null;

    /// <summary>Plays the first of the held-out problems once each. A game is played against others, once in each seat.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="when">Such as "after imitate".</param>
    /// <param name="sampling">How its answers are chosen.</param>
    /// <param name="count">How many problems.</param>
    /// <param name="older">Older policies that it plays a game against, by name.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="RunFailedException">The lab failed at more than 1 % of them.</exception>
    /// <returns>The result, and the policy's episodes in the problems' order.</returns>
    public async Task<(EvaluationResult Result, IReadOnlyList<Episode> Episodes)> Evaluate(
        Policy policy, string when, Sampling sampling, int count, IReadOnlyDictionary<string, Policy> older, CancellationToken stop)
    {
        var (exam, groups) = _games is not null
            ? await _games.Examine(policy, sampling, count, older, stop).ConfigureAwait(false)
            : (null, await Play(policy, sampling, count, stop).ConfigureAwait(false));
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
            episodes.Count(episode => episode.Verdict!.Outcome == Outcome.Undecided))
        { Game = exam };
        return (result, episodes);
    }

    private Task<IReadOnlyList<Group>> Play(Policy policy, Sampling sampling, int count, CancellationToken stop) => parts.Rollouts.Collect(
        [.. problems.Take(count)],
        1,
        new PolicyPlayer(policy.Generator, policy.Renderer, sampling.Temperature()),
        policy.Generator,
        draw,
        stop);
}
