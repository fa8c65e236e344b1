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
            if (Wrong(seat, experiment, parts) is { } wrong)
            {
                yield return new($"{Seats}[{index}]", wrong);
            }
        }
    }

    private static string? Wrong(SeatOptions seat, Experiment experiment, ExperimentParts parts)
    {
        switch (seat)
        {
            case ScriptSeat when parts.Environment is not IGame:
                return $"a script plays games; '{parts.Kind}' is none";
            case ScriptSeat { Name: Script.Perfect } when parts.Environment is not IHasOracle:
                return $"'{parts.Kind}' has no oracle: nobody knows how to play it perfectly";
            case RunSeat run:
                try
                {
                    return Teaching.Objection(Teaching.ReadRun(run.Path), parts.Tools.Names, experiment.Policy.Context);
                }
                catch (InvalidInputException error)
                {
                    return error.Message;
                }

            default:
                return null;
        }
    }
}
