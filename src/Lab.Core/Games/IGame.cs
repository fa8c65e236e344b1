using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Core;

/// <summary>
/// The rules of a game for several seats, apart from how they are told. Stateless and thread-safe. A game is an environment as it
/// stands: <see cref="GameTable"/> plays by its rules.
/// </summary>
public interface IGame : IEnvironment
{
    /// <summary>What each seat is called, in the order of the seats: it stands in the prompt, so that one policy can play them all.</summary>
    EquatableArray<string> Roles { get; }

    /// <summary>The least and the greatest payoff of any seat.</summary>
    (double Low, double High) Payoffs { get; }

    /// <summary>Most plies that a match takes; simultaneous moves are one, chance is none.</summary>
    int Longest { get; }

    /// <summary>Whether the payoffs always sum to 0.</summary>
    bool IsZeroSum => true;

    /// <summary>
    /// Whether seats have secrets, or move at once: then a position alone has no best move, and play is measured by what it leaves
    /// to be won.
    /// </summary>
    bool HasSecrets => false;

    /// <summary>
    /// How well those play who demonstrate the game to a policy: the share of their moves that the oracle makes, in [0, 1]; the others are any
    /// legal ones. What <see cref="GameOptions.Skill"/> says.
    /// </summary>
    double Skill { get; }

    /// <summary>Whether a seat may think aloud before it moves: then its move is the last line that it says.</summary>
    bool Thinks => false;

    /// <summary>How a match begins, often with a chance to be drawn: whatever chance does before the first move is the problem's.</summary>
    /// <param name="difficulty">In [0, 1].</param>
    GameState Start(double difficulty);

    /// <summary>What a seat is told before the first move: its role, and what it alone may know.</summary>
    /// <param name="dealt">The state before the first move.</param>
    /// <param name="seat">Who.</param>
    string Tell(GameState dealt, int seat) => Roles[seat];

    /// <summary>The length of a seat's turn: a move alone has no need of an end mark, and is as long as the longest that is legal. Null where it thinks.</summary>
    int? TurnLength(GameState state, int seat) => Thinks ? null : state.Moves(seat).Max(move => move.Length);

    Problem IEnvironment.Pose(ulong seed, double difficulty) => GameTable.Pose(this, seed, difficulty);

    Turn IEnvironment.Next(Problem problem, Match soFar) => GameTable.Next((GameProblem)problem, soFar);

    Verdict IEnvironment.Verify(Problem problem, Episode episode) => GameTable.Verify((GameProblem)problem, episode);

    IReadOnlyList<FactDeclaration> IEnvironment.Facts => GameTable.Facts(this);
}

/// <summary>A game that knows how to play itself without a fault. Reports measure policies by it; no policy ever sees it.</summary>
public interface IHasOracle
{
    /// <summary>
    /// How a player whom nobody can exploit moves: in a game of perfect information any of the optimal moves, equally likely; else
    /// the seat's part of an equilibrium, which depends on what the seat knows and on nothing else.
    /// </summary>
    /// <param name="state">A state in which the seat moves.</param>
    /// <param name="seat">Who.</param>
    /// <returns>Moves with a probability above 0; they sum to 1.</returns>
    EquatableArray<Possibility> Perfect(GameState state, int seat);
}

/// <summary>What every game can be told.</summary>
public abstract record GameOptions : EnvironmentOptions
{
    [Description("How well those play who are imitated: the share of moves that the game's oracle makes; the others are any legal ones.")]
    [Range(0.0, 1.0)]
    public double Skill { get; init; } = 0.5;

    // What a game's prompt says is its role: there is nothing to hold out unless matches begin in many ways.
    protected GameOptions() => HeldOut = 0;
}
