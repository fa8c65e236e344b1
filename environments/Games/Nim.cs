using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

public sealed record NimOptions : GameOptions, IValidatableObject
{
    private const int Starts = 10_000;

    // Matches begin in many ways: some are kept for evaluation.
    public NimOptions() => HeldOut = 0.1;

    [Description("Most objects in each heap, from 1 to 9: a match begins at any position but the empty one, each equally likely.")]
    [Length(1, 9, ErrorMessage = "must be one to nine heaps, such as [3, 4, 5]")]
    public EquatableArray<int> Heaps { get; init; } = [3, 4, 5];

    [Description("Most objects that a move takes; 0 for as many as there are.")]
    [Range(0, 9)]
    public int MaximumTake { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var heap in Heaps.Where(heap => heap is < 1 or > 9))
        {
            yield return new($"must be from 1 to 9 objects, not {heap}", [nameof(Heaps)]);
        }

        if (Heaps.Aggregate(1L, (positions, heap) => positions * Math.Clamp(heap + 1, 1, 10)) > Starts)
        {
            yield return new($"must have at most {Starts} positions: the product of each heap's objects and one", [nameof(Heaps)]);
        }
    }
}

/// <summary>Nim: a move takes objects from one heap, a2 takes two from the first; who takes the last object wins.</summary>
[Environment("nim", "Nim for two seats: take from one heap, the last object wins.")]
public sealed class Nim(NimOptions options) : IGame, IHasOracle
{
    private readonly GameState _start = new Undealt(options.MaximumTake, [.. Starts(options.Heaps)]);

    public EquatableArray<string> Roles { get; } = ["first", "second"];

    public (double Low, double High) Payoffs => (-1, 1);

    public int Longest => options.Heaps.Sum();

    public double Skill => options.Skill;

    public GameState Start(double difficulty) => _start;

    public string Tell(GameState dealt, int seat) => $"{Roles[seat]} {((Table)dealt).Shown}";

    /// <summary>
    /// A position is lost for who moves where the heaps' nim-sum is 0 (Bouton 1901); with a maximum take, that of the heaps modulo
    /// one more. Whoever cannot win may as well do anything.
    /// </summary>
    public EquatableArray<Possibility> Perfect(GameState state, int seat)
    {
        var table = (Table)state;
        EquatableArray<string> winning = [.. table.Moves(seat).Where(move => ((Table)table.After(move)).IsLost)];
        return Strategies.Among(winning.Count > 0 ? winning : table.Moves(seat));
    }

    private static IEnumerable<string> Starts(EquatableArray<int> heaps) => heaps
        .Aggregate<int, IEnumerable<string>>([""], (before, heap) => before.SelectMany(_ => Enumerable.Range(0, heap + 1), (start, size) => $"{start}{size}"))
        .Skip(1);

    private sealed record Undealt(int MaximumTake, EquatableArray<string> Starts) : GameState
    {
        public override Phase Phase { get; } = new Phase.Chance(Strategies.Among(Starts));

        public override EquatableArray<string> Moves(int seat) => [];

        public override GameState After(params EquatableArray<string> moves) => new Table(MaximumTake, moves[0], [.. moves[0].Select(size => size - '0')], "");

        public override string Knows(int seat) => $"{seat + 1}?";

        public override EquatableArray<string> Sights(int seat) => [];
    }

    /// <summary>How the heaps were, how they are, and the moves between: each has two characters.</summary>
    private sealed record Table(int MaximumTake, string Dealt, EquatableArray<int> Heaps, string Played) : GameState
    {
        public string Shown => string.Join(' ', Heaps.Select((size, heap) => $"{Letter(heap)}{size}"));

        public bool IsLost => Heaps.Aggregate(0, (sum, size) => sum ^ (MaximumTake == 0 ? size : size % (MaximumTake + 1))) == 0;

        public override Phase Phase => Heaps.Sum() > 0 ? new Phase.Choice([Mover]) : new Phase.Over(Mover == 0 ? [-1, 1] : [1, -1]);

        public override object Position => (Mover, Heaps);

        private int Mover => Played.Length / 2 % 2;

        public override EquatableArray<string> Moves(int seat) => seat != Mover ? [] :
        [
            .. from heap in Enumerable.Range(0, Heaps.Count)
               from taken in Enumerable.Range(1, MaximumTake == 0 ? Heaps[heap] : Math.Min(Heaps[heap], MaximumTake))
               select $"{Letter(heap)}{taken}",
        ];

        public override GameState After(params EquatableArray<string> moves)
        {
            var heap = moves[0][0] - 'a';
            return this with { Heaps = Heaps.With(heap, Heaps[heap] - (moves[0][1] - '0')), Played = Played + moves[0] };
        }

        public override string Knows(int seat) => $"{seat + 1}{Dealt}{Played}";

        public override EquatableArray<string> Sights(int seat) => [.. Played.Chunk(2).Where((_, ply) => ply % 2 != seat).Select(move => new string(move))];

        private static char Letter(int heap) => (char)('a' + heap);
    }
}
