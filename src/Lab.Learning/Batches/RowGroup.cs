using System.Globalization;
using Lab.Core;

namespace Lab.Learning;

/// <summary>The rows of a group: the attempts at one problem from one seat that can be learned from, in order.</summary>
/// <param name="Problem">Where to find the problem again: its environment and seed.</param>
/// <param name="Seat">The place at the table.</param>
/// <param name="Rows">One for each episode.</param>
public sealed record RowGroup(ProblemId Problem, int Seat, IReadOnlyList<TrainingRow> Rows)
{
    /// <summary>The environment and the seat: rows of different roles are never compared, for what one wins the other loses.</summary>
    public string Role => string.Create(CultureInfo.InvariantCulture, $"{Problem.Environment}/{Seat}");

    /// <summary>Lays out what can be learned from; a group of which nothing can is left out.</summary>
    public static IReadOnlyList<RowGroup> Lay(IEnumerable<Group> groups, Func<Episode, TrainingRow> lay) =>
    [
        .. groups
            .Select(group => new RowGroup(
                group.Episodes[0].Problem,
                group.Episodes[0].Seat,
                [.. group.Episodes.Where(episode => episode.IsLearnable).Select(lay).Where(row => row.SaidCount > 0)]))
            .Where(group => group.Rows.Count > 0),
    ];
}
