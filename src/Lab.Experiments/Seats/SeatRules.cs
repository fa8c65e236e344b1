using Lab.Core;

namespace Lab.Experiments;

/// <summary>What must hold between the seats of an experiment and its environment.</summary>
internal static class SeatRules
{
    private const string Seats = "$.seats";

    /// <summary>Every rule that does not hold.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="parts">Its plugins.</param>
    /// <param name="places">How many sit at a table.</param>
    public static IEnumerable<InputError> Check(Experiment experiment, ExperimentParts parts, int places)
    {
        foreach (var (index, stage) in experiment.Stages.Index())
        {
            if (stage is ReinforceOptions { Openings: not null } && parts.Environment is not IGame)
            {
                yield return new($"$.stages[{index}].openings", $"'{parts.Kind}' is no game: nothing can be opened");
            }
        }

        if (experiment.Seats.Count == 0)
        {
            yield break;
        }

        if (experiment.Seats.Count != places)
        {
            yield return new(Seats, $"'{parts.Kind}' has {places} {(places == 1 ? "seat" : "seats")}, not {experiment.Seats.Count}");
        }

        if (!experiment.Seats.Any(seat => seat is SelfSeat))
        {
            yield return new(Seats, "nobody learns: one of the seats must be self");
        }

        foreach (var (index, seat) in experiment.Seats.Index())
        {
            if (Wrong(seat, parts) is { } wrong)
            {
                yield return new($"{Seats}[{index}]", wrong);
            }
        }
    }

    private static string? Wrong(SeatOptions seat, ExperimentParts parts) => seat switch
    {
        ScriptSeat when parts.Environment is not IGame => $"a script plays games; '{parts.Kind}' is none",
        ScriptSeat { Name: Script.Perfect } when parts.Environment is not IHasOracle => $"'{parts.Kind}' has no oracle: nobody knows how to play it perfectly",
        _ => null,
    };
}
