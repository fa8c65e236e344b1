using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>Examines how a policy plays a game.</summary>
/// <param name="parts">The game and what it is played with.</param>
/// <param name="limits">What a seat may use.</param>
/// <param name="problems">The matches that are played against each opponent, in every seat.</param>
/// <param name="draw">The randomness of sampled moves and of opponents.</param>
public sealed class GameExaminer(ExperimentParts parts, MatchLimits limits, IReadOnlyList<Problem> problems, Draw draw)
{
    private readonly IGame _game = (IGame)parts.Environment;
    private readonly Lazy<IReadOnlyList<Situation>?> _sets = new(() => InformationSets.Of((IGame)parts.Environment, parts.Difficulty));
    private readonly Lazy<(Situation Place, EquatableArray<Possibility> Best)[]?> _positions = new(() =>
        Positions.Of((IGame)parts.Environment, parts.Difficulty)?.Select(place => (place, ((IHasOracle)parts.Environment).Perfect(place.State, place.Seat))).ToArray());

    /// <summary>Plays and asks.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="sampling">How its moves are chosen.</param>
    /// <param name="count">Matches in each seat against each opponent.</param>
    /// <param name="older">Older policies to play against, by name.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="RunFailedException">The lab failed at more than 1 % of the matches with one opponent.</exception>
    /// <returns>The exam, and the groups of the matches against the uniform player.</returns>
    public async Task<(GameExam Exam, IReadOnlyList<Group> Groups)> Examine(
        Policy policy, Sampling sampling, int count, IReadOnlyDictionary<string, Policy> older, CancellationToken stop)
    {
        var groups = await Play(policy, sampling, count, StrategyPlayer.Uniform(), stop).ConfigureAwait(false);
        var records = new List<GameRecord>(Count(StrategyPlayer.UniformName, groups));
        if (parts.Environment is IHasOracle oracle)
        {
            records.AddRange(Count(StrategyPlayer.PerfectName, await Play(policy, sampling, count, StrategyPlayer.Perfect(oracle), stop).ConfigureAwait(false)));
        }

        // They are sampled whatever the policy does: two that never hesitate play one match over and over.
        foreach (var (name, opponent) in older)
        {
            records.AddRange(Count(name, await Play(policy, sampling, count, Player(opponent, Sampling.Sampled), stop).ConfigureAwait(false)));
        }

        var exam = new GameExam { Matches = [.. records] };
        return (await Measure(exam, policy, sampling, stop).ConfigureAwait(false), groups);
    }

    private static PolicyPlayer Player(Policy policy, Sampling sampling) => new(policy.Generator, policy.Renderer, sampling.Temperature());

    // What is known exactly: of a game without secrets how many moves are optimal, of one with them what its play leaves to be won.
    // Where a seat thinks first, the odds of its moves are not to be had without sampling thoughts.
    private async Task<GameExam> Measure(GameExam exam, Policy policy, Sampling sampling, CancellationToken stop) => (_game.HasSecrets, sampling) switch
    {
        (true, Sampling.Sampled) when !_game.Thinks => await Exploit(exam, policy, stop).ConfigureAwait(false),
        (false, Sampling.Sampled) when !_game.Thinks && parts.Environment is IHasOracle => await Judge(exam, policy, stop).ConfigureAwait(false),
        (false, Sampling.Greedy) when parts.Environment is IHasOracle => await JudgeGreedy(exam, policy, stop).ConfigureAwait(false),
        _ => exam,
    };

    // The same deals with the seats exchanged.
    private async Task<IReadOnlyList<Group>> Play(Policy policy, Sampling sampling, int count, IPlayer opponent, CancellationToken stop)
    {
        var groups = new List<Group>();
        for (var seat = 0; seat < _game.Roles.Count; seat++)
        {
            var players = Enumerable.Repeat(new Occupant(opponent, Learns: false), _game.Roles.Count).ToArray();
            players[seat] = new(Player(policy, sampling), Learns: true);
            groups.AddRange(await parts.Rollouts.Collect([.. problems.Take(count)], 1, new Seating(players, moving: false), policy.Generator, draw.At("matches"), stop).ConfigureAwait(false));
        }

        UndecidedLimit.Check(groups);
        return groups;
    }

    private IEnumerable<GameRecord> Count(string opponent, IReadOnlyList<Group> groups) => groups
        .SelectMany(group => group.Episodes)
        .GroupBy(episode => episode.Seat)
        .Select(episodes => GameRecord.Of(opponent, _game.Roles[episodes.Key], [.. episodes]));

    private async Task<GameExam> Exploit(GameExam exam, Policy policy, CancellationToken stop)
    {
        if (_sets.Value is not { } sets)
        {
            return exam with { IsTooLarge = true };
        }

        var odds = await Odds(policy, sets, stop).ConfigureAwait(false);
        var strategy = Strategies.Table(sets.Zip(odds).ToDictionary(pair => pair.First.Knows, pair => Legal(pair.Second)));
        var known = Exploitability.Of(_game.Start(parts.Difficulty), strategy);
        return exam with
        {
            NashConv = known.NashConv,
            Value = known.Value[0],
            InformationSets = [.. sets.Zip(odds).Select(pair => new SetOdds(pair.First.Knows, Legal(pair.Second), Math.Max(0, 1 - pair.Second.Sum(move => move.Probability))))],
        };
    }

    private async Task<GameExam> Judge(GameExam exam, Policy policy, CancellationToken stop)
    {
        if (_positions.Value is not { } positions)
        {
            return exam with { IsTooLarge = true };
        }

        var odds = await Odds(policy, [.. positions.Select(position => position.Place)], stop).ConfigureAwait(false);
        return Judged(exam, odds.Zip(positions, (moves, position) => (position.Place.Seat, position.Best.Sum(move => Strategies.Of(moves, move.Move)))));
    }

    private GameExam Judged(GameExam exam, IEnumerable<(int Seat, double Optimal)> judged)
    {
        var shares = judged.ToArray();
        return exam with
        {
            Optimal = shares.Average(share => share.Optimal),
            OptimalAs = [.. shares.GroupBy(share => share.Seat).OrderBy(seat => seat.Key).Select(seat => new RoleOptimal(_game.Roles[seat.Key], seat.Average(share => share.Optimal)))],
        };
    }

    private async Task<GameExam> JudgeGreedy(GameExam exam, Policy policy, CancellationToken stop)
    {
        if (_positions.Value is { } positions)
        {
            var moves = await Greedy(policy, [.. positions.Select(position => position.Place)], stop).ConfigureAwait(false);
            exam = Judged(exam, moves.Zip(positions, (said, position) => (position.Place.Seat, position.Best.Any(move => move.Move == said) ? 1.0 : 0.0)));
        }

        var lines = new List<RoleLines>();
        for (var seat = 0; seat < _game.Roles.Count; seat++)
        {
            if (await LosingLines.Count(_game, parts.Difficulty, seat, async asked => await Greedy(policy, asked, stop).ConfigureAwait(false)).ConfigureAwait(false) is { } counted)
            {
                lines.Add(new(_game.Roles[seat], counted.Lost, counted.Lines));
            }
        }

        return exam with { LosingLines = [.. lines], IsTooLarge = exam.Optimal is null || lines.Count < _game.Roles.Count };
    }

    private Task<EquatableArray<Possibility>[]> Odds(Policy policy, IReadOnlyList<Situation> places, CancellationToken stop)
    {
        var odds = new MoveOdds(policy.Generator, policy.Renderer);
        return Ask(policy, places, (place, each) => odds.Of(place.Reach(parts.Kind).Episodes[place.Seat], place.Moves, _game.TurnLength(place.State, place.Seat), each, stop));
    }

    // Nothing where it makes no move, but ends the match.
    private Task<string[]> Greedy(Policy policy, IReadOnlyList<Situation> places, CancellationToken stop)
    {
        var player = Player(policy, Sampling.Greedy);
        return Ask(policy, places, async (place, each) =>
        {
            using var seated = player.Sit(place.Example, place.Seat, each);
            var length = _game.TurnLength(place.State, place.Seat);
            var said = Referee.Ended(await seated.Say(place.Reach(parts.Kind), length ?? limits.Tokens, stop).ConfigureAwait(false), length);
            return said.IsWhole ? GameTable.MoveOf(_game, said) : "";
        });
    }

    private async Task<T[]> Ask<T>(Policy policy, IReadOnlyList<Situation> places, Func<Situation, Draw, Task<T>> ask)
    {
        var answers = new T[places.Count];
        await Wave.Run(policy.Generator, places.Count, async index => answers[index] = await ask(places[index], draw.At("asked").At(index)).ConfigureAwait(false)).ConfigureAwait(false);
        return answers;
    }

    // What a best response meets: the legal moves in proportion. A policy that knows none plays any.
    private static EquatableArray<Possibility> Legal(EquatableArray<Possibility> odds) =>
        odds.Sum(move => move.Probability) is var sum and > 0 ? [.. odds.Select(move => move with { Probability = move.Probability / sum })] : Strategies.Among([.. odds.Select(move => move.Move)]);
}
