
namespace Lab.Experiments;

/// <summary>Where a run goes on: the last good checkpoint, with everything after it removed.</summary>
/// <param name="State">The checkpoint's; null where the run begins.</param>
/// <param name="Notes">What there is to say about it, a line each; none where the run begins for the first time.</param>
internal sealed record Resumption(RunState? State, IReadOnlyList<string> Notes)
{
    /// <summary>Finds the place and cuts the folder back to it.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static Resumption Make(RunFolder folder, StagePlan plan, CheckpointStore store)
    {
        var records = new RunRecords(folder, plan);
        var (state, faults) = store.Latest(Position.End, records.Fault);
        var at = state?.At ?? Position.Start;
        store.CutBack(at);
        records.CutBack(at);
        folder.Reopen();
        return new(state, [.. Describe(state, faults, plan, records)]);
    }

    private static IEnumerable<string> Describe(RunState? state, IReadOnlyList<string> faults, StagePlan plan, RunRecords records)
    {
        var place = state is null ? "from the beginning" : $"after {plan.Write(state.At)}";
        if (faults.Count > 0)
        {
            yield return $"{(faults.Count == 1 ? "a checkpoint" : $"{faults.Count} checkpoints")} could not be used: {string.Join(", ", faults)}; going on {place}";
        }
        else if (state is not null || !records.IsEmpty)
        {
            yield return state is null ? "no checkpoint yet; going on from the beginning" : $"going on {place}";
        }
    }
}
