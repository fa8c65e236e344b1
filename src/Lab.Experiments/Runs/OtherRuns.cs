using System.Globalization;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>
/// The runs whose final policies a run that is to be made needs: as teachers of its stages, or at its tables. The new run keeps copies:
/// what becomes of those runs later is no concern of its own.
/// </summary>
/// <param name="catalog">Knows the stages' kinds.</param>
/// <param name="parent">The run that the new one is forked from: it has copies of the policies that both name. Null for none.</param>
internal sealed class OtherRuns(Catalog catalog, StoredRun? parent)
{
    // The runs of a comparison share them.
    private readonly Dictionary<string, ModelFiles> _read = [];

    /// <summary>Those that an experiment names.</summary>
    public IEnumerable<OtherRun> Of(Experiment experiment) =>
    [
        .. from stage in experiment.Stages.Index()
           where stage.Item is IHasTeacher { Teacher: not null }
           select new OtherRun($"$.stages[{stage.Index}].teacher", ((IHasTeacher)stage.Item).Teacher!, folder => folder.Teacher(stage.Item.Name ?? catalog.For(stage.Item).Kind)),
        .. from seat in experiment.Seats.Index()
           where seat.Item is RunSeat
           select new OtherRun(string.Create(CultureInfo.InvariantCulture, $"$.seats[{seat.Index}]"), ((RunSeat)seat.Item).Path, folder => folder.Opponent(seat.Index)),
    ];

    /// <summary>A policy's files.</summary>
    /// <exception cref="InvalidInputException">There are none, or its run has not finished.</exception>
    public ModelFiles Read(OtherRun other)
    {
        var copy = Copy(other);
        var from = copy ?? other.Run;
        if (!_read.TryGetValue(from, out var files))
        {
            _read[from] = files = copy is null ? OtherPolicy.ReadRun(other.Run) : OtherPolicy.ReadCopy(copy);
        }

        return files;
    }

    /// <summary>All of an experiment's, to be kept in a folder that is still to be made.</summary>
    /// <exception cref="InvalidInputException">One is not there.</exception>
    public IReadOnlyList<(OtherRun Run, ModelFiles Files)> ReadAll(Experiment experiment) => [.. Of(experiment).Select(other => (other, Read(other)))];

    /// <summary>Writes copies into a run's folder.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Keep(IEnumerable<(OtherRun Run, ModelFiles Files)> others, RunFolder folder)
    {
        foreach (var (other, files) in others)
        {
            SealedFolder.Write(other.CopyIn(folder), path => new ModelFolder(path).Write(files));
        }
    }

    // The parent's copy, where it has the same run at the same place.
    private string? Copy(OtherRun other) => parent is not null
        && Of(parent.Experiment).FirstOrDefault(had => had.Run == other.Run && had.CopyIn(parent.Folder) == other.CopyIn(parent.Folder)) is { } had
            ? had.CopyIn(parent.Folder)
            : null;
}

/// <summary>Another run that an experiment names.</summary>
/// <param name="Place">Where in the experiment.</param>
/// <param name="Run">Its folder.</param>
/// <param name="CopyIn">Where a run's folder has the copy of its policy.</param>
internal sealed record OtherRun(string Place, string Run, Func<RunFolder, string> CopyIn);
