using Lab.Core;

namespace Lab.Tests;

/// <summary>
/// A sound little game of which a test can replace any piece by a broken one: each seat is dealt h or l, the first says r or c,
/// then both say s or f at once, then chance does u or d, which all are shown. The higher card wins 1, after r 2.
/// </summary>
internal sealed class Duel : IGame, IHasOracle
{
    public Func<Hand, Phase, Phase> Phasing { get; init; } = (_, sound) => sound;

    public Func<Hand, int, EquatableArray<string>, EquatableArray<string>> Moving { get; init; } = (_, _, sound) => sound;

    public Func<Hand, Hand, Hand> Following { get; init; } = (_, sound) => sound;

    public Func<Hand, int, string, string> Knowing { get; init; } = (_, _, sound) => sound;

    public Func<Hand, int, EquatableArray<string>, EquatableArray<string>> Seeing { get; init; } = (_, _, sound) => sound;

    public Func<Hand, int, string, string> Telling { get; init; } = (_, _, sound) => sound;

    public Func<Match, Turn, Turn> Turning { get; init; } = (_, sound) => sound;

    public Func<Verdict, Verdict> Deciding { get; init; } = sound => sound;

    public Func<Hand, int, EquatableArray<Possibility>, EquatableArray<Possibility>> Playing { get; init; } = (_, _, sound) => sound;

    public EquatableArray<string> Roles { get; } = ["first", "second"];

    public (double Low, double High) Payoffs => (-2, 2);

    public int Longest { get; init; } = 2;

    public bool HasSecrets { get; init; } = true;

    public bool Thinks { get; init; }

    public double Skill => 0;

    public GameState Start(double difficulty) => new Hand(this, "", []);

    public string Tell(GameState dealt, int seat) => Telling((Hand)dealt, seat, $"{Roles[seat]} {((Hand)dealt).Deal[seat]}");

    public EquatableArray<Possibility> Perfect(GameState state, int seat) => Playing((Hand)state, seat, ((Hand)state).Plies.Count == 0
        ? [new(((Hand)state).Deal[0] == 'h' ? "r" : "c", 1)]
        : Strategies.Uniform(state, seat));

    Turn IEnvironment.Next(Problem problem, Match soFar) => Turning(soFar, GameTable.Next((GameProblem)problem, soFar));

    Verdict IEnvironment.Verify(Problem problem, Episode episode) => Deciding(GameTable.Verify((GameProblem)problem, episode));

    internal sealed record Hand(Duel Rules, string Deal, EquatableArray<string> Plies) : GameState
    {
        public override Phase Phase => Rules.Phasing(this, (Deal.Length, Plies.Count) switch
        {
            (0, _) => new Phase.Chance(Strategies.Among(["hh", "hl", "lh", "ll"])),
            (_, 0) => new Phase.Choice([0]),
            (_, 1) => new Phase.Choice([0, 1]),
            (_, 2) => new Phase.Chance([new("u", 0.5), new("d", 0.5)]),
            _ => new Phase.Over([Payoff, -Payoff]),
        });

        private double Payoff => Math.Sign(Deal[1] - Deal[0]) * (Plies[0] == "r" ? 2 : 1);

        public override EquatableArray<string> Moves(int seat) => Rules.Moving(this, seat, (Deal.Length, Plies.Count, seat) switch
        {
            (2, 0, 0) => ["r", "c"],
            (2, 1, _) => ["s", "f"],
            _ => [],
        });

        public override GameState After(params EquatableArray<string> moves) => Rules.Following(this, Deal.Length == 0
            ? this with { Deal = moves[0] }
            : this with { Plies = Plies.Add(string.Concat(moves)) });

        public override string Knows(int seat) => Rules.Knowing(this, seat, string.Concat([
            $"{seat}",
            Deal.Length == 0 ? "?" : $"{Deal[seat]}",
            .. Plies.Select((ply, index) => index == 1 ? $"{ply[seat]}{ply[1 - seat]}" : ply)]));

        public override EquatableArray<string> Sights(int seat) => Rules.Seeing(this, seat, [
            .. Plies.Take(1).Where(_ => seat == 1),
            .. Plies.Skip(1).Take(1).Select(ply => $"{ply[1 - seat]}"),
            .. Plies.Skip(2)]);
    }
}
