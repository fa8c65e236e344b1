using Lab.Core;

namespace Lab.Environments;

public sealed record RockPaperScissorsOptions : GameOptions;

/// <summary>Rock, paper, scissors: both move at once, and once.</summary>
[Environment("rock-paper-scissors", "Rock, paper, scissors: both seats say r, p or s at once.")]
public sealed class RockPaperScissors(RockPaperScissorsOptions options) : IGame, IHasOracle
{
    private const string Names = "rps";

    public EquatableArray<string> Roles { get; } = ["first", "second"];

    public (double Low, double High) Payoffs => (-1, 1);

    public int Longest => 1;

    public bool HasSecrets => true;

    public double Skill => options.Skill;

    public GameState Start(double difficulty) => new Hands("");

    public EquatableArray<Possibility> Perfect(GameState state, int seat) => Strategies.Uniform(state, seat);

    /// <summary>What the seats chose, in their order.</summary>
    private sealed record Hands(string Chosen) : GameState
    {
        public override Phase Phase => Chosen.Length == 0 ? new Phase.Choice([0, 1]) : Ahead switch
        {
            0 => new Phase.Over([0, 0]),
            1 => new Phase.Over([1, -1]),
            _ => new Phase.Over([-1, 1]),
        };

        // Each beats the one before it.
        private int Ahead => (Names.IndexOf(Chosen[0], StringComparison.Ordinal) - Names.IndexOf(Chosen[1], StringComparison.Ordinal) + 3) % 3;

        public override EquatableArray<string> Moves(int seat) => Chosen.Length == 0 ? ["r", "p", "s"] : [];

        public override GameState After(params EquatableArray<string> moves) => new Hands(moves[0] + moves[1]);

        public override string Knows(int seat) => Chosen.Length == 0 ? $"{seat + 1}" : $"{seat + 1}{Chosen[seat]}{Chosen[1 - seat]}";

        public override EquatableArray<string> Sights(int seat) => Chosen.Length == 0 ? [] : [Chosen[1 - seat].ToString()];
    }
}
