using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>The final policy of another run.</summary>
[Seat("run", "The final policy of another run.")]
public sealed record RunSeat : SeatOptions, INamesFiles
{
    [Description("The run's folder, relative to this file.")]
    [RegularExpression(".+", ErrorMessage = "must name a run folder")]
    public required string Path { get; init; }

    public object Locate(Func<string, string> whole) => this with { Path = whole(Path) };
}
