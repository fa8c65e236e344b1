using Lab.Core;

namespace Lab.Learning;

/// <summary>The attempts at one problem from one seat, in the order of the attempts: what an estimator compares.</summary>
public sealed record Group(Problem Problem, EquatableArray<Episode> Episodes)
{
    /// <summary>Whether all that can be learned from scored the same: there is nothing to compare.</summary>
    public bool IsAlike => Episodes.Where(episode => episode.IsLearnable).Select(episode => episode.TotalScore).Distinct().Count() < 2;
}
