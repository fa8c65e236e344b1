using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>
/// Matches that open with moves drawn at random. They lead to positions that neither side would go to, and near enough to the end
/// for a single legal move to be worth something.
/// </summary>
public sealed record OpeningOptions
{
    [Description("Share of the problems that open at random.")]
    [Range(0.0, 1.0)]
    public double Share { get; init; } = 0.5;

    [Description("Plies of such an opening: from 1 to so many, each as likely.")]
    [Range(1, 1000)]
    public int Most { get; init; } = 4;

    /// <summary>The problem, opened or not; all attempts at it open alike.</summary>
    public Problem Apply(Problem problem, Draw draw) => problem is GameProblem game && draw.At("opens").Uniform() < Share
        ? game.Open(1 + draw.At("plies").Below(Most), draw.At("moves"))
        : problem;
}
