namespace Lab.Core;

/// <summary>A game as an environment: matches played at random, with a look at what every other move would have done.</summary>
internal static class TableChecks
{
    private const int Matches = 30;

    public static async Task<IReadOnlyList<Check>> Examine(Subject subject, Draw draw) =>
    [
        await Check.That("same seed, same match", () => Changed(subject, draw), subject.Stop).ConfigureAwait(false),
        await Check.That("a match played legally is paid as the rules say", () => Unpaid(subject, draw), subject.Stop).ConfigureAwait(false),
        await Check.That("every legal move is taken and any other text refused", () => Find(subject, draw, Misread), subject.Stop).ConfigureAwait(false),
        await Check.That("simultaneous moves see nothing of each other, in either order", () => Find(subject, draw, Peeking), subject.Stop).ConfigureAwait(false),
    ];

    private static async Task<string?> Changed(Subject subject, Draw draw)
    {
        foreach (var (index, problem) in subject.Problems.Index())
        {
            var again = subject.Environment.Pose(problem.Seed, problem.Difficulty);
            var first = await subject.Play(problem, StrategyPlayer.Uniform(), draw.At(index)).ConfigureAwait(false);
            var second = await subject.Play(again, StrategyPlayer.Uniform(), draw.At(index)).ConfigureAwait(false);
            if (first.Episodes != second.Episodes)
            {
                return $"{Subject.Name(problem)}: another match the second time";
            }
        }

        return null;
    }

    private static async Task<string?> Unpaid(Subject subject, Draw draw)
    {
        foreach (var (index, problem) in subject.Problems.Cast<GameProblem>().Index())
        {
            var match = await subject.Play(problem, StrategyPlayer.Uniform(), draw.At(index)).ConfigureAwait(false);
            var payoffs = GameTable.State(problem, match).Phase is Phase.Over over ? over.Payoffs : [];
            if (match.Episodes.FirstOrDefault(episode => episode.StopReason != StopReason.Answered || payoffs.Count <= episode.Seat || episode.Verdict?.Fact(GameTable.Payoff) != payoffs[episode.Seat]) is { } odd)
            {
                return $"{Subject.Name(problem)}: seat {odd.Seat} ended as {odd.StopReason} with {odd.Verdict?.Fact(GameTable.Payoff)}, the rules say {string.Join(", ", payoffs)}";
            }
        }

        return null;
    }

    // Goes through matches, and looks at every place where a seat is asked.
    private static string? Find(Subject subject, Draw draw, Func<IEnvironment, GameProblem, Match, int, string?> fault)
    {
        foreach (var problem in subject.Problems.Take(Matches).Cast<GameProblem>())
        {
            var match = subject.Begin(problem);
            for (var turn = 0; turn < new MatchLimits().Turns; turn++)
            {
                var next = subject.Environment.Next(problem, match);
                if (next is Turn.Observe sight)
                {
                    match = match.Append(sight.Seat, new(Role.Observed, sight.Parts));
                    continue;
                }

                if (next is not Turn.Say say)
                {
                    break;
                }

                if (fault(subject.Environment, problem, match, say.Seat) is { } found)
                {
                    return $"{Subject.Name(problem)}, turn {turn}: {found}";
                }

                var moves = GameTable.State(problem, match).Moves(say.Seat);
                match = Say(match, say.Seat, moves[draw.At((long)problem.Seed).Below(moves.Count, turn)]);
            }
        }

        return null;
    }

    private static string? Misread(IEnvironment environment, GameProblem problem, Match match, int seat)
    {
        var state = GameTable.State(problem, match);
        var legal = state.Moves(seat);
        string[] texts = [.. legal, "", " ", .. legal.SelectMany(Mutations)];
        foreach (var text in texts.Where(text => legal.Contains(text) || !legal.Contains(GameTable.MoveOf(problem.Game, Segment.Say(new TextPart(text))))))
        {
            // Whoever moves at the same time does so legally.
            var said = ((Phase.Choice)state.Phase).Seats.SkipWhile(mover => mover != seat).Skip(1)
                .Aggregate(Say(match, seat, text), (so, other) => Say(so, other, state.Moves(other)[0]));
            var refused = environment.Next(problem, said) is Turn.End { Offenders: var offenders } && offenders.SequenceEqual([seat]);
            if (refused == legal.Contains(text))
            {
                return $"{Texts.Quote(text)} of seat {seat} is {(refused ? "refused" : "taken")}; legal are {Texts.Quote(string.Join(',', legal))}";
            }
        }

        return null;
    }

    private static IEnumerable<string> Mutations(string move) =>
        [$"{move} ", $" {move}", $"{move}\n", $"{move}{move}", $"{move}x", move[..^1], move.ToUpperInvariant(), move.ToLowerInvariant(), string.Concat(move.Reverse())];

    private static string? Peeking(IEnvironment environment, GameProblem problem, Match match, int seat)
    {
        var state = GameTable.State(problem, match);
        if (state.Phase is not Phase.Choice { Seats: { Count: > 1 } seats } || seats[0] != seat)
        {
            return null;
        }

        foreach (var move in state.Moves(seat))
        {
            if (environment.Next(problem, Say(match, seat, move)) is not Turn.Say { Seat: var asked } || asked != seats[1])
            {
                return $"after {Texts.Quote(move)} of seat {seat}, seat {seats[1]} is not asked at once";
            }

            EquatableArray<string> moves = [move, .. seats.Skip(1).Select(other => state.Moves(other)[^1])];
            var made = seats.Zip(moves).ToArray();
            var forward = made.Aggregate(match, (so, next) => Say(so, next.First, next.Second));
            var backward = made.Reverse().Aggregate(match, (so, next) => Say(so, next.First, next.Second));
            if (Show(environment, problem, forward) != Show(environment, problem, backward))
            {
                return $"{Texts.Quote(string.Join(',', moves))} is told otherwise in the other order";
            }
        }

        return null;
    }

    // The episodes once everything new has been shown.
    private static EquatableArray<Episode> Show(IEnvironment environment, GameProblem problem, Match match)
    {
        while (environment.Next(problem, match) is Turn.Observe sight)
        {
            match = match.Append(sight.Seat, new(Role.Observed, sight.Parts));
        }

        return match.Episodes;
    }

    private static Match Say(Match match, int seat, string text) => match.Append(seat, Segment.Say(new TextPart(text)));
}
