using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Experiments;

/// <summary>The policy as it was earlier in the stage, another time from problem to problem.</summary>
[Seat("past", "The policy as it was some iterations ago, another time from problem to problem.")]
public sealed record PastSeat : SeatOptions
{
    [Description("It is kept as it is every so many iterations, from the stage's beginning on.")]
    [Range(1, 1_000_000)]
    public int Every { get; init; } = 10;

    [Description("The last so many of these play.")]
    [Range(1, 1000)]
    public int Keep { get; init; } = 5;

    /// <summary>The iterations after which the policies were kept that play in the next one.</summary>
    /// <param name="done">Iterations that are done.</param>
    public IEnumerable<int> Kept(int done) => Enumerable.Range(0, (done / Every) + 1).TakeLast(Keep).Select(turn => turn * Every);
}
