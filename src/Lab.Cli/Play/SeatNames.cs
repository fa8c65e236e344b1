using System.Globalization;
using Lab.Core;

namespace Lab.Cli;

/// <summary>What the seats of a table are called.</summary>
internal static class SeatNames
{
    /// <summary>A game's roles, else numbers from 1; in the order of the seats.</summary>
    public static EquatableArray<string> Of(IEnvironment environment, Problem problem) => environment is IGame game
        ? game.Roles
        : [.. Enumerable.Range(1, problem.Seats).Select(seat => seat.ToString(CultureInfo.InvariantCulture))];
}
