using Lab.Core;

namespace Lab.Environments;

public sealed record KuhnPokerOptions : GameOptions;

/// <summary>
/// Kuhn poker (Kuhn 1950): both seats ante 1 and get one card of J, Q, K. A seat passes (p) or bets 1 (b); after a bet, to pass
/// is to fold and to bet is to call.
/// </summary>
[Environment("kuhn-poker", "Kuhn poker for two seats: one hidden card each, pass or bet.")]
public sealed class KuhnPoker(KuhnPokerOptions options) : IGame, IHasOracle
{
    private const string Cards = "JQK";

    public EquatableArray<string> Roles { get; } = ["first", "second"];

    public (double Low, double High) Payoffs => (-2, 2);

    public int Longest => 3;

    public bool HasSecrets => true;

    public double Skill => options.Skill;

    public GameState Start(double difficulty) => new Hand("", "");

    public string Tell(GameState dealt, int seat) => $"{Roles[seat]} {((Hand)dealt).Deal[seat]}";

    public EquatableArray<Possibility> Perfect(GameState state, int seat) => Equilibrium(0.2)(state, seat);

    /// <summary>
    /// An equilibrium for each alpha in [0, 1/3] (Kuhn 1950): how often the first seat bets with the jack. It bets three times as
    /// often with the king, and calls with the queen 1/3 more often.
    /// </summary>
    public static Strategy Equilibrium(double alpha) => (state, seat) =>
    {
        var hand = (Hand)state;
        var bet = (hand.Deal[seat], hand.Played) switch
        {
            ('J', "") => alpha,
            ('K', "") => 3 * alpha,
            ('Q', "pb") => alpha + (1 / 3.0),
            ('J', "p") or ('Q', "b") => 1 / 3.0,
            ('K', _) => 1,
            _ => 0,
        };
        return [.. new[] { new Possibility("p", 1 - bet), new Possibility("b", bet) }.Where(possibility => possibility.Probability > 0)];
    };

    /// <summary>The cards of both seats, and the moves so far.</summary>
    private sealed record Hand(string Deal, string Played) : GameState
    {
        public override Phase Phase => Deal.Length == 0 ? new Phase.Chance([.. from a in Cards from b in Cards where a != b select new Possibility($"{a}{b}", 1 / 6.0)])
            : Played switch
            {
                "bp" => new Phase.Over([1, -1]),
                "pbp" => new Phase.Over([-1, 1]),
                "pp" => Showdown(1),
                "bb" or "pbb" => Showdown(2),
                _ => new Phase.Choice([Played.Length % 2]),
            };

        public override EquatableArray<string> Moves(int seat) => Phase is Phase.Choice { Seats: [var mover] } && mover == seat ? ["p", "b"] : [];

        public override GameState After(params EquatableArray<string> moves) => Deal.Length == 0 ? this with { Deal = moves[0] } : this with { Played = Played + moves[0] };

        public override string Knows(int seat) => $"{seat + 1}{(Deal.Length == 0 ? '?' : Deal[seat])}{Played}";

        public override EquatableArray<string> Sights(int seat) => [.. Played.Where((_, ply) => ply % 2 != seat).Select(move => move.ToString())];

        private Phase.Over Showdown(double stake) => Cards.IndexOf(Deal[0], StringComparison.Ordinal) > Cards.IndexOf(Deal[1], StringComparison.Ordinal) ? new([stake, -stake]) : new([-stake, stake]);
    }
}
