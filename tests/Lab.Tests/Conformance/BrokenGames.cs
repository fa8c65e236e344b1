using Lab.Core;

namespace Lab.Tests;

/// <summary>For every check of a game, games that it has to catch.</summary>
internal static class BrokenGames
{
    private const string Leak = "a seat that knows the same was told, said and saw the same, and may do the same";

    public static IEnumerable<(string Claim, string How, Func<IGame> Broken)> All =>
    [
        ("every legal move leads on", "one is not understood", () => new Duel { Following = (_, next) => next.Plies is [_, "sf"] ? throw new NotSupportedException() : next }),
        ("those who move have legal moves, and nobody else", "moves after the end", () => new Duel { Moving = (hand, _, moves) => hand.Plies.Count == 3 ? ["s"] : moves }),
        ("those who move have legal moves, and nobody else", "nothing to do", () => new Duel { Moving = (hand, seat, moves) => hand.Plies.Count == 1 && seat == 1 ? [] : moves }),
        ("those who move have legal moves, and nobody else", "moves of a seat that waits", () => new Duel { Moving = (hand, _, moves) => hand is { Deal.Length: 2, Plies.Count: 0 } ? ["r", "c"] : moves }),
        ("those who move have legal moves, and nobody else", "a seat that is not there", () => new Duel { Phasing = (hand, phase) => hand.Plies.Count == 1 ? new Phase.Choice([0, 2]) : phase }),
        ("moves have one readable text each", "one twice", () => new Duel { Moving = (hand, _, moves) => hand.Plies.Count == 1 ? ["s", "s"] : moves }),
        ("moves have one readable text each", "not in ASCII", () => new Duel { Moving = (hand, _, moves) => hand.Plies.Count == 1 ? ["s", "½"] : moves }),
        ("moves have one readable text each", "of two lines", () => new Duel { Moving = (hand, _, moves) => hand.Plies.Count == 1 ? ["s", "f\nf"] : moves }),
        ("the same moves lead to the same state", "it counts", () =>
        {
            var count = 0;
            return new Duel { Following = (hand, next) => hand.Plies.Count == 0 && hand.Deal.Length > 0 && Interlocked.Increment(ref count) % 2 == 0 ? next with { Plies = ["c"] } : next };
        }),
        ("a match is no longer than the game says", "one ply too many", () => new Duel { Longest = 1 }),
        ("the probabilities of chance are positive and sum to 1", "more than 1", () => Chance(new("u", 0.5), new("d", 0.6))),
        ("the probabilities of chance are positive and sum to 1", "never", () => Chance(new("u", 1), new("d", 0))),
        ("the probabilities of chance are positive and sum to 1", "the same twice", () => Chance(new("u", 0.5), new("u", 0.5))),
        ("payoffs are within their range, and sum to 0 where they should", "beyond it", () => Paying(3, -3)),
        ("payoffs are within their range, and sum to 0 where they should", "both win", () => Paying(1, 1)),
        ("payoffs are within their range, and sum to 0 where they should", "no number", () => Paying(double.NaN, double.NaN)),
        ("payoffs are within their range, and sum to 0 where they should", "one seat only", () => Paying(0)),
        ("the prompt tells the seats apart", "no role in it", () => new Duel { Telling = (hand, seat, _) => $"{hand.Deal[seat]}" }),
        ("what a seat sees is readable and only grows", "not in ASCII", () => new Duel { Seeing = (hand, _, sights) => hand.Plies.Count > 0 ? ["½"] : sights }),
        ("what a seat sees is readable and only grows", "taken back", () => new Duel { Seeing = (hand, _, sights) => hand.Plies.Count > 2 ? [sights[^1]] : sights }),
        ("no two seats know the same", "the seat is not in it", () => new Duel { Knowing = (_, _, knows) => knows[1..] }),
        (Leak, "a planted leak: the prompt shows the other's card", () => new Duel { Telling = (hand, seat, told) => $"{told} {hand.Deal[1 - seat]}" }),
        (Leak, "a planted leak: a sight shows the other's card", () => new Duel { Seeing = (hand, seat, sights) => hand.Plies.Count > 1 ? sights.With(sights.Count - 1, $"{sights[^1]}{hand.Deal[1 - seat]}") : sights }),
        (Leak, "a planted leak: the legal moves show the other's card", () => new Duel { Moving = (hand, seat, moves) => hand.Plies.Count == 1 && hand.Deal[1 - seat] == 'h' ? ["s"] : moves }),
        (Leak, "it forgets its own move", () => new Duel { Knowing = (_, _, knows) => knows.Replace('r', 'c') }),
        ("a seat that was told, said and saw the same knows the same", "it knows the other's card", () => new Duel { Knowing = (hand, seat, knows) => hand.Deal.Length > 0 ? $"{knows} {hand.Deal[1 - seat]}" : knows }),
        ("only a game that says so has secrets", "cards that the other does not see", () => new Duel { HasSecrets = false }),
        ("only a game that says so has secrets", "moves at once", () => new Duel { HasSecrets = false, Knowing = (hand, seat, _) => $"{seat} {hand.Deal} {string.Join(',', hand.Plies)}" }),
        ("the oracle makes legal moves, by what the seat knows alone", "an illegal one", () => new Duel { Playing = (_, _, _) => [new("x", 1)] }),
        ("the oracle makes legal moves, by what the seat knows alone", "half of the time none", () => new Duel { Playing = (hand, seat, _) => [new(hand.Moves(seat)[0], 0.5)] }),
        ("the oracle makes legal moves, by what the seat knows alone", "it sees the other's card", () => new Duel { Playing = (hand, seat, _) => [new(hand.Moves(seat)[hand.Deal[1 - seat] == 'h' ? 0 : 1], 1)] }),
        ("nobody gains against the oracle", "any move", () => new Duel { Playing = (hand, seat, _) => Strategies.Uniform(hand, seat) }),
        ("same seed, same match", "what is shown counts", () =>
        {
            var count = 0;
            return new Duel { Turning = (_, next) => next is Turn.Observe sight ? sight with { Parts = [new TextPart($"{Interlocked.Increment(ref count)}")] } : next };
        }),
        ("a match played legally is paid as the rules say", "nobody is paid", () => new Duel { Deciding = verdict => verdict with { Facts = [new(GameTable.Payoff, 0)] } }),
        ("a match played legally is paid as the rules say", "it ends too early", () => new Duel { Turning = (match, next) => match.Episodes[1].Transcript.Count > 1 ? new Turn.End() : next }),
        ("every legal move is taken and any other text refused", "nothing is refused", () => new Duel { Turning = (_, next) => next is Turn.End ? new Turn.End() : next }),
        ("every legal move is taken and any other text refused", "f is refused", () => new Duel
        {
            Turning = (match, next) => match.Episodes.FirstOrDefault(episode => episode.Transcript.Any(segment => segment is { Role: Role.Said, Text: "f" })) is { } offender ? new Turn.End(offender.Seat) : next,
        }),
        ("simultaneous moves see nothing of each other, in either order", "the second sees the first one's", () => new Duel
        {
            Turning = (match, next) => next is Turn.Say { Seat: 1 } && match.Episodes[1].Transcript.Count == 2 ? new Turn.Observe(1, match.Episodes[0].Last.Parts) : next,
        }),
    ];

    private static Duel Chance(params Possibility[] possibilities) => new() { Phasing = (hand, phase) => hand.Plies.Count == 2 ? new Phase.Chance([.. possibilities]) : phase };

    private static Duel Paying(params double[] payoffs) => new() { Phasing = (_, phase) => phase is Phase.Over ? new Phase.Over([.. payoffs]) : phase };
}
