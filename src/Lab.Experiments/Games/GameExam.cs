using Lab.Core;

namespace Lab.Experiments;

/// <summary>
/// How a policy plays a game, beside its record against itself, which measures nothing: against players that stand still, and
/// against what is known exactly about the game.
/// </summary>
public sealed record GameExam
{
    /// <summary>The policy's matches: by opponent, then by the policy's role. Every deal is played from every seat.</summary>
    public required EquatableArray<GameRecord> Matches { get; init; }

    /// <summary>
    /// Of a game without secrets, over all positions in which a seat chooses: the share of the policy's moves that are optimal.
    /// Sampled, it is the probability of an optimal move. Null without an oracle.
    /// </summary>
    public double? Optimal { get; init; }

    /// <summary>The same over the positions in which each role chooses; where <see cref="Optimal"/> is given.</summary>
    public EquatableArray<RoleOptimal> OptimalAs { get; init; }

    /// <summary>Of a game without secrets played greedily: lines lost against every possible reply, by role.</summary>
    public EquatableArray<RoleLines> LosingLines { get; init; }

    /// <summary>Of a game with secrets played at temperature 1: what best responses gain over both seats; 0 is an equilibrium.</summary>
    public double? NashConv { get; init; }

    /// <summary>What the first seat gets where the policy plays itself, with legal moves alone; where <see cref="NashConv"/> is given.</summary>
    public double? Value { get; init; }

    /// <summary>How the policy plays where a seat chooses; where <see cref="NashConv"/> is given.</summary>
    public EquatableArray<SetOdds> InformationSets { get; init; }

    /// <summary>Whether exact numbers are left out, for the game is too large or chance moves in the middle of it.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>Its numbers as metrics.</summary>
    /// <param name="sampling">How moves were chosen.</param>
    public IEnumerable<KeyValuePair<string, double>> Metrics(Sampling sampling)
    {
        var chosen = sampling.Name();
        foreach (var record in Matches)
        {
            yield return new($"{MetricNames.GamePrefix}{record.Opponent}.{record.Role}.{chosen}.payoff", record.Payoff);
            yield return new($"{MetricNames.GamePrefix}{record.Opponent}.{record.Role}.{chosen}.lost", record.Share(record.Lost + record.Illegal));
        }

        foreach (var lines in LosingLines)
        {
            yield return new($"{MetricNames.GamePrefix}losing_lines.{lines.Role}", lines.Lost);
        }

        if (Optimal is { } optimal)
        {
            yield return new(MetricNames.GameOptimal(sampling), optimal);
        }

        if (NashConv is { } nashConv)
        {
            yield return new(MetricNames.NashConv, nashConv);
        }
    }
}

/// <summary>Matches of one role against one opponent.</summary>
/// <param name="Opponent">Such as "uniform", "perfect", or where an older policy was kept.</param>
/// <param name="Role">The policy's.</param>
/// <param name="Matches">How many could be decided.</param>
/// <param name="Won">Of them.</param>
/// <param name="Drawn">Of them.</param>
/// <param name="Lost">Of them, by legal play.</param>
/// <param name="Illegal">Of them, lost by an illegal move of the policy's.</param>
/// <param name="Spoiled">Of them, ended by an illegal move of the opponent's: nobody has won them.</param>
/// <param name="Payoff">The mean of those that were not spoiled.</param>
public sealed record GameRecord(string Opponent, string Role, int Matches, int Won, int Drawn, int Lost, int Illegal, int Spoiled, double Payoff)
{
    /// <summary>So many of the matches that were not spoiled; 0 where all were.</summary>
    public double Share(int count) => Matches == Spoiled ? 0 : (double)count / (Matches - Spoiled);

    /// <summary>Counts ended episodes of the policy's.</summary>
    public static GameRecord Of(string opponent, string role, IReadOnlyList<Episode> episodes)
    {
        Episode[] decided = [.. episodes.Where(episode => episode.Verdict!.Outcome != Outcome.Undecided)];
        var results = decided.Select(episode => (Result: episode.Verdict!.Fact(GameTable.Result), Illegal: episode.Verdict.Fact(GameTable.Illegal) == 1)).ToArray();
        return new(
            opponent,
            role,
            decided.Length,
            results.Count(result => result.Result == 1),
            results.Count(result => result.Result == 0),
            results.Count(result => result is { Result: -1, Illegal: false }),
            results.Count(result => result.Illegal),
            decided.Count(episode => episode.StopReason == StopReason.EndedByOther),
            decided.Select(episode => episode.Verdict!.Fact(GameTable.Payoff)).Average() ?? 0);
    }
}

/// <summary>Lines that a role loses, of how many.</summary>
public sealed record RoleLines(string Role, int Lost, int Lines);

/// <summary>The share of a role's moves that are optimal.</summary>
public sealed record RoleOptimal(string Role, double Optimal);

/// <summary>What a policy does in an information set.</summary>
/// <param name="Knows">The set's name.</param>
/// <param name="Moves">Its legal moves and their probabilities.</param>
/// <param name="Illegal">The probability of anything else.</param>
public sealed record SetOdds(string Knows, EquatableArray<Possibility> Moves, double Illegal);
