namespace Lab.Core;

/// <summary>
/// Plays matches: asks the environment what comes next, lets the seats speak, runs the calls, applies the limits and, at the
/// end, asks for the verdicts.
/// </summary>
/// <param name="kind">The environment's kind, for the episodes.</param>
/// <param name="environment">The rules.</param>
/// <param name="tools">What the seats may call.</param>
/// <param name="limits">What a seat may use.</param>
public sealed class Referee(string kind, IEnvironment environment, Toolbox tools, MatchLimits limits)
{
    /// <summary>Plays one match to its end.</summary>
    /// <param name="problem">What is played.</param>
    /// <param name="players">One for each seat.</param>
    /// <param name="draw">The match's randomness; seat s plays with its branch s.</param>
    /// <param name="stop">Ends the run.</param>
    /// <exception cref="ArgumentException">There are more or fewer players than seats.</exception>
    public async Task<Match> Play(Problem problem, IReadOnlyList<IPlayer> players, Draw draw, CancellationToken stop)
    {
        if (players.Count != problem.Seats)
        {
            throw new ArgumentException($"{players.Count} players for {problem.Seats} seats", nameof(players));
        }

        var seated = new List<ISeated>(players.Count);
        try
        {
            for (var seat = 0; seat < players.Count; seat++)
            {
                seated.Add(players[seat].Sit(problem, seat, draw.At(seat)));
            }

            var match = Match.Begin(kind, problem);
            for (var turn = 0; ; turn++)
            {
                // Verdicts can take long, too: a match that was asked to stop decides nothing any more.
                stop.ThrowIfCancellationRequested();
                if (Guard(() => Seated(environment.Next(problem, match), problem.Seats), out var next) is { } fault)
                {
                    return Broken(match, fault);
                }

                // The end is no turn of anyone: a match that ends after exactly as many as there may be is within the limit.
                if (turn == limits.Turns && next is not Turn.End)
                {
                    return End(match, StopReason.LimitExceeded);
                }

                switch (next)
                {
                    case Turn.Say say:
                        var said = await Speak(seated[say.Seat], match, say, stop).ConfigureAwait(false);
                        if (said is null)
                        {
                            return End(match, StopReason.OutOfTokens, say.Seat);
                        }

                        match = match.Append(say.Seat, said);
                        if (!said.IsWhole)
                        {
                            return End(match, said.Ending == Ending.Malformed ? StopReason.Malformed : StopReason.OutOfTokens, say.Seat);
                        }

                        break;
                    case Turn.Force force:
                        match = match.Append(force.Seat, Ended(new(Role.Said, force.Parts) { Forced = true }, force.MaxTokens));
                        break;
                    case Turn.Call call:
                        if (match.Episodes[call.Seat].Calls > limits.Calls)
                        {
                            return End(match, StopReason.TooManyCalls, call.Seat);
                        }

                        var result = await tools.Call(call.Wish, stop).ConfigureAwait(false);
                        if (result.Outcome == ToolOutcome.Broken)
                        {
                            return Broken(match, $"tool {call.Wish.Tool}: {result.Text}");
                        }

                        match = match.Append(call.Seat, Segment.Observe(new ResultPart(call.Wish.Tool, result.Text)));
                        break;
                    case Turn.Observe sight:
                        match = match.Append(sight.Seat, new Segment(Role.Observed, sight.Parts));
                        break;
                    case Turn.End { Offenders: { Count: > 0 } offenders }:
                        return End(match, StopReason.Malformed, [.. offenders]);
                    default:
                        return End(match, StopReason.Answered);
                }
            }
        }
        finally
        {
            foreach (var seat in seated)
            {
                seat.Dispose();
            }
        }
    }

    /// <summary>The turn, if it is one at this table.</summary>
    private static Turn Seated(Turn? next, int seats)
    {
        EquatableArray<int> named = next switch
        {
            Turn.Say say => [say.Seat],
            Turn.Force force => [force.Seat],
            Turn.Call call => [call.Seat],
            Turn.Observe sight => [sight.Seat],
            Turn.End end => end.Offenders,
            _ => throw new InvalidOperationException("Next returned no turn"),
        };
        foreach (var seat in named.Where(seat => seat < 0 || seat >= seats))
        {
            throw new InvalidOperationException($"Next named seat {seat} of {seats}");
        }

        return next;
    }

    private async ValueTask<Segment?> Speak(ISeated seat, Match soFar, Turn.Say say, CancellationToken stop)
    {
        var left = Math.Min(limits.Tokens - soFar.Episodes[say.Seat].SaidTokens, say.MaxTokens ?? int.MaxValue);
        return left < 1 ? null : Ended(await seat.Say(soFar, left, stop).ConfigureAwait(false), say.MaxTokens);
    }

    /// <summary>
    /// A turn that has the length which the environment gives it is over: its end mark was not waited for. What was written
    /// rather than sampled has a token for each character.
    /// </summary>
    public static Segment Ended(Segment said, int? length) => said switch
    {
        { Ending: Ending.OutOfTokens, Said.Tokens.Count: var count } when count == length => said with { Ending = Ending.Full },
        { Ending: Ending.Complete, Said: null } when said.Text.Length == length => said with { Ending = Ending.Full },
        _ => said,
    };

    /// <summary>Ends the match for a reason that is some seats' (the others are ended by it) or, where none is named, everyone's.</summary>
    private Match End(Match match, StopReason reason, params ReadOnlySpan<int> causes)
    {
        foreach (var episode in match.Episodes)
        {
            var own = causes.IsEmpty || causes.Contains(episode.Seat);
            match = match.With(episode.Seat, episode with { StopReason = own ? reason : StopReason.EndedByOther });
        }

        return Verify(match);
    }

    private static Match Broken(Match match, string why) => match with
    {
        Episodes = match.Episodes
            .Select(episode => episode with { StopReason = StopReason.Broken, Verdict = Verdict.Undecided(why) })
            .ToEquatableArray(),
    };

    private Match Verify(Match match)
    {
        foreach (var episode in match.Episodes)
        {
            var fault = Guard(() => environment.Verify(match.Problem, episode) ?? throw new InvalidOperationException("Verify returned no verdict"), out var verdict);
            match = match.With(episode.Seat, episode with { Verdict = fault is null ? verdict : Verdict.Undecided(fault) });
        }

        return match;
    }

    /// <summary>An environment that throws is the lab's failure, not the policy's: null, or what went wrong.</summary>
    private string? Guard<T>(Func<T> ask, out T? answer)
    {
        try
        {
            answer = ask();
            return null;
        }
        catch (Exception error)
        {
            answer = default;
            return $"environment {kind}: {error.GetType().Name}: {error.Message}";
        }
    }
}
