using Lab.Core;

namespace Lab.Environments;

public sealed record TicTacToeOptions : GameOptions;

/// <summary>Tic-tac-toe: the cells are 1 to 9, row by row; X begins.</summary>
[Environment("tic-tac-toe", "Tic-tac-toe for two seats: cells 1 to 9, X begins.")]
public sealed class TicTacToe(TicTacToeOptions options) : IGame, IHasOracle
{
    private static readonly int[] s_lines = [0b111, 0b111_000, 0b111_000_000, 0b001_001_001, 0b010_010_010, 0b100_100_100, 0b100_010_001, 0b001_010_100];

    private readonly BackwardInduction _induction = new();

    public EquatableArray<string> Roles { get; } = ["X", "O"];

    public (double Low, double High) Payoffs => (-1, 1);

    public int Longest => 9;

    public double Skill => options.Skill;

    public GameState Start(double difficulty) => new Board([]);

    public EquatableArray<Possibility> Perfect(GameState state, int seat) => Strategies.Among(_induction.Best(state));

    /// <summary>The cells in the order in which they were taken.</summary>
    private sealed record Board(EquatableArray<int> Taken) : GameState
    {
        private int Mover => Taken.Count % 2;

        public override Phase Phase => Wins(1 - Mover) ? new Phase.Over(Mover == 1 ? [1, -1] : [-1, 1])
            : Taken.Count == 9 ? new Phase.Over([0, 0])
            : new Phase.Choice([Mover]);

        public override object Position => (Marks(0), Marks(1));

        public override EquatableArray<string> Moves(int seat) => Phase is not Phase.Choice || seat != Mover ? [] :
            [.. Enumerable.Range(0, 9).Where(cell => !Taken.Contains(cell)).Select(Name)];

        public override GameState After(params EquatableArray<string> moves) => new Board(Taken.Add(moves[0][0] - '1'));

        public override string Knows(int seat) => $"{(seat == 0 ? 'X' : 'O')}{string.Concat(Taken.Select(Name))}";

        public override EquatableArray<string> Sights(int seat) => [.. Taken.Where((_, ply) => ply % 2 != seat).Select(Name)];

        private static string Name(int cell) => ((char)('1' + cell)).ToString();

        private int Marks(int seat) => Taken.Where((_, ply) => ply % 2 == seat).Sum(cell => 1 << cell);

        private bool Wins(int seat) => Marks(seat) is var marks && s_lines.Any(line => (marks & line) == line);
    }
}
