namespace Lab.Core;

/// <summary>What every reward function promises, checked on episodes of every kind.</summary>
public static class RewardConformance
{
    /// <summary>Examines a reward function: every check, passed or not, in a fixed order.</summary>
    /// <param name="reward">What is examined.</param>
    /// <param name="facts">What the verdicts of the episodes carry, at their least and at their greatest, or not at all.</param>
    /// <param name="stop">Ends the examination.</param>
    public static async Task<IReadOnlyList<Check>> Examine(IReward reward, IReadOnlyList<FactDeclaration> facts, CancellationToken stop)
    {
        var episodes = Specimens.Of(facts);
        return
        [
            await Check.That("it declares a finite range", () => Odd(reward.Range), stop).ConfigureAwait(false),
            await Check.That("scores are finite", () => Find(double.IsFinite), stop).ConfigureAwait(false),
            await Check.That("scores are within the declared range", () => Find(score => score >= reward.Range.Low && score <= reward.Range.High), stop).ConfigureAwait(false),
            await Check.That("same episode, same score, from any thread", Inconstant, stop).ConfigureAwait(false),
            await Check.That("it reads no facts but those that it names", Curious, stop).ConfigureAwait(false),
        ];

        async Task<double> Score(Episode episode) => (await reward.Score(Specimens.Problem, episode, stop).ConfigureAwait(false)).Value;

        async Task<string?> Find(Func<double, bool> holds)
        {
            foreach (var episode in episodes)
            {
                var score = await Score(episode).ConfigureAwait(false);
                if (!holds(score))
                {
                    return $"{score} for {Name(episode)}; declared from {reward.Range.Low} to {reward.Range.High}";
                }
            }

            return null;
        }

        async Task<string?> Inconstant()
        {
            var alone = new List<double>();
            foreach (var episode in episodes)
            {
                alone.Add(await Score(episode).ConfigureAwait(false));
            }

            var different = await Threads.FindDifference(index => Score(episodes[index]).GetAwaiter().GetResult(), alone).ConfigureAwait(false);
            return different is { } index ? $"another score the second time for {Name(episodes[index])}" : null;
        }

        async Task<string?> Curious()
        {
            foreach (var episode in episodes)
            {
                var (all, named) = (await Score(episode).ConfigureAwait(false), await Score(Without(episode, reward.Reads)).ConfigureAwait(false));
                if (!all.Equals(named))
                {
                    return $"{named} instead of {all} without the facts that it does not name, for {Name(episode)}";
                }
            }

            return null;
        }
    }

    private static Episode Without(Episode episode, IReadOnlyList<string> known) => episode.Verdict is not { } verdict ? episode
        : episode with { Verdict = verdict with { Facts = verdict.Facts.Where(fact => known.Contains(fact.Name)).ToEquatableArray() } };

    private static string? Odd((double Low, double High) range) =>
        double.IsFinite(range.Low) && double.IsFinite(range.High) && range.Low <= range.High ? null : $"from {range.Low} to {range.High}";

    private static string Name(Episode episode) =>
        $"an episode that is {episode.Verdict?.Outcome}, ended as {episode.StopReason}, with {episode.Calls} calls and {episode.Verdict?.Facts.Count} facts";
}
