using System.Globalization;

namespace Lab.Core;

/// <summary>
/// Makes an environment of a game's rules. Only parsed moves cross the table: the others see the canonical text of a move, never
/// the words around it. An illegal move ends the match and costs its seat more than any legal line.
/// </summary>
public static class GameTable
{
    /// <summary>What an illegal move costs below the game's least payoff.</summary>
    public const double Forfeit = 0.5;

    /// <summary>The fact with the payoff.</summary>
    public const string Payoff = "payoff";

    /// <summary>The fact with the result: 1 won, 0 drawn, -1 lost.</summary>
    public const string Result = "result";

    /// <summary>The fact that is 1 where the seat made an illegal move.</summary>
    public const string Illegal = "illegal";

    /// <summary>The match of this seed: chance has done what it does before the first move.</summary>
    public static GameProblem Pose(IGame game, ulong seed, double difficulty) =>
        new(seed, difficulty, game, Settle(game.Start(difficulty), Draw.From(seed).At("deal")));

    /// <summary>The state that a match has come to. A seat's move counts once all who move with it have made theirs.</summary>
    public static GameState State(GameProblem problem, Match match) => Read(problem, match).State;

    /// <summary>What happens next: the seats are shown what they have not seen, then those who move speak.</summary>
    public static Turn Next(GameProblem problem, Match soFar)
    {
        var (state, spoken, offenders) = Read(problem, soFar);
        if (offenders.Count > 0)
        {
            return new Turn.End(offenders);
        }

        foreach (var episode in soFar.Episodes)
        {
            var sights = state.Sights(episode.Seat);
            var seen = episode.Transcript.Count(segment => segment.Role == Role.Observed);
            if (seen < sights.Count)
            {
                return new Turn.Observe(episode.Seat, [new TextPart(sights[seen])]);
            }

            if (state.Phase is Phase.Over over && seen == sights.Count)
            {
                return new Turn.Observe(episode.Seat, [new TextPart(GameResult.Write(over.Payoffs[episode.Seat]))]);
            }
        }

        return state.Phase is not Phase.Choice choice ? new Turn.End() : Ask(problem, state, choice.Seats[spoken], soFar);
    }

    /// <summary>Decides an episode by what its seat was shown last, which only the lab writes.</summary>
    public static Verdict Verify(GameProblem problem, Episode episode)
    {
        if (episode.StopReason == StopReason.EndedByOther)
        {
            return Verdict.Wrong(null, "another seat's fault ended the match");
        }

        var move = episode.Transcript.LastOrDefault(segment => segment.Role == Role.Said) is { } said ? Excerpt.Of(MoveOf(problem.Game, said)) : null;
        if (episode.StopReason != StopReason.Answered || episode.Last.Role != Role.Observed || GameResult.Read(episode.Last.Text) is not { } payoff)
        {
            return Verdict.Wrong(move, "no legal move", new(Payoff, problem.Game.Payoffs.Low - Forfeit), new(Result, -1), new(Illegal, 1));
        }

        Fact[] facts = [new(Payoff, payoff), new(Result, Math.Sign(payoff)), new(Illegal, 0)];
        return payoff > 0 ? Verdict.Correct(move, facts) : Verdict.Wrong(move, payoff == 0 ? "drawn" : "lost", facts);
    }

    public static IReadOnlyList<FactDeclaration> Facts(IGame game) =>
    [
        new(Payoff, game.Payoffs.Low - Forfeit, game.Payoffs.High, "what the match paid; for an illegal move, 0.5 less than the least that the game pays"),
        new(Result, -1, 1, "1 won, 0 drawn, -1 lost"),
        new(Illegal, 0, 1, "1 where the seat made an illegal move"),
    ];

    /// <summary>The move that a seat said: everything or, where it may think, its last line.</summary>
    public static string MoveOf(IGame game, Segment said) => game.Thinks ? said.Text[(said.Text.LastIndexOf('\n') + 1)..] : said.Text;

    /// <summary>
    /// The state after whatever chance does in it, where so many plies have been made. It is the problem's chance, not the attempt's:
    /// all attempts at it meet the same, as do exchanged seats.
    /// </summary>
    internal static GameState Settle(GameProblem problem, GameState state, int ply) => Settle(state, Draw.From(problem.Seed).At("chance").At(ply));

    private static GameState Settle(GameState state, Draw draw)
    {
        for (var step = 0; state.Phase is Phase.Chance chance; step++)
        {
            state = state.After(Pick(chance.Possibilities, draw.At(step).Uniform()));
        }

        return state;
    }

    // The state, how many of those who move in it have spoken, and all who made an illegal move in it.
    private static (GameState State, int Spoken, EquatableArray<int> Offenders) Read(GameProblem problem, Match match)
    {
        var said = match.Episodes.Select(episode => episode.Transcript.Where(segment => segment.Role == Role.Said).ToArray()).ToArray();
        var next = new int[said.Length];
        var state = problem.Dealt;
        for (var ply = 1; state.Phase is Phase.Choice { Seats: var seats }; ply++)
        {
            var spoken = seats.TakeWhile(seat => next[seat] < said[seat].Length).Count();
            if (spoken < seats.Count)
            {
                return (state, spoken, []);
            }

            EquatableArray<string> moves = [.. seats.Select(seat => MoveOf(problem.Game, said[seat][next[seat]++]))];
            EquatableArray<int> offenders = [.. seats.Where((seat, index) => !state.Moves(seat).Contains(moves[index]))];
            if (offenders.Count > 0)
            {
                return (state, spoken, offenders);
            }

            state = Settle(problem, state.After(moves), ply);
        }

        return (state, 0, []);
    }

    private static Turn Ask(GameProblem problem, GameState state, int seat, Match soFar)
    {
        var length = problem.Game.TurnLength(state, seat);
        var made = soFar.Episodes.Sum(episode => episode.Transcript.Count(segment => segment.Role == Role.Said));
        return made < problem.Opening.Count ? new Turn.Force(seat, [new TextPart(problem.Opening[made])], length) : new Turn.Say(seat, length);
    }

    /// <summary>The move at a number from [0, 1).</summary>
    internal static string Pick(EquatableArray<Possibility> possibilities, double at)
    {
        foreach (var (move, probability) in possibilities)
        {
            at -= probability;
            if (at < 0)
            {
                return move;
            }
        }

        // What rounding leaves over is the last that can happen.
        return possibilities.Last(possibility => possibility.Probability > 0).Move;
    }
}

/// <summary>How a seat is shown what a match paid it.</summary>
internal static class GameResult
{
    public static string Write(double payoff) => string.Create(CultureInfo.InvariantCulture, $"{(payoff > 0 ? "won" : payoff < 0 ? "lost" : "drawn")} {payoff:R}");

    public static double? Read(string text) =>
        text.Split(' ') is ["won" or "lost" or "drawn", var number] && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var payoff) ? payoff : null;
}
