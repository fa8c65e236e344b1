namespace Lab.Experiments;

/// <summary>The policy that learns.</summary>
[Seat("self", "The policy that learns.")]
public sealed record SelfSeat : SeatOptions;
