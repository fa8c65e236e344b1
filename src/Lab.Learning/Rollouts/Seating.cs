using Lab.Core;

namespace Lab.Learning;

/// <summary>Who takes a seat.</summary>
/// <param name="Player">Who.</param>
/// <param name="Learns">Whether its episodes are collected to be learned from.</param>
public sealed record Occupant(IPlayer Player, bool Learns);

/// <summary>Who sits where.</summary>
/// <param name="occupants">One for each seat, or one alone for all of them.</param>
/// <param name="moving">Whether everyone moves on by a seat from one problem to the next, so that everyone plays every role.</param>
public sealed class Seating(IReadOnlyList<Occupant> occupants, bool moving)
{
    /// <summary>How many it seats; 1 seats any number.</summary>
    public int Count => occupants.Count;

    /// <summary>One player on every seat, who learns.</summary>
    public static Seating Of(IPlayer player) => new([new(player, Learns: true)], moving: false);

    /// <summary>Who takes a seat of a problem.</summary>
    /// <param name="problem">The problem's place among those that are collected.</param>
    /// <param name="seat">The place at its table.</param>
    public Occupant At(int problem, int seat) => occupants[(seat + (moving ? problem : 0)) % occupants.Count];
}
