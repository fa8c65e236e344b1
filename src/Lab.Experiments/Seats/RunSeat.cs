using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>The final policy of another run.</summary>
[Seat("run", "The final policy of another run.")]
public sealed record RunSeat : SeatOptions
{
    [Description("The run's folder, relative to this file.")]
    [RegularExpression(".+", ErrorMessage = "must name a run folder")]
    [FilePath]
    public required string Path { get; init; }
}
