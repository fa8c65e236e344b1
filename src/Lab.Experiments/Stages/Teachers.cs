using Lab.Core;

namespace Lab.Experiments;

/// <summary>
/// The teachers of a run that is to be made. They are other runs' final policies, and the new run keeps copies: what becomes of
/// those runs later is no concern of its own.
/// </summary>
/// <param name="catalog">Knows the stages' kinds.</param>
/// <param name="parent">The run that the new one is forked from: it has copies of the teachers that both name. Null for none.</param>
internal sealed class Teachers(Catalog catalog, StoredRun? parent)
{
    // The runs of a comparison share teachers.
    private readonly Dictionary<string, ModelFiles> _read = [];

    /// <summary>The stages of an experiment that have a teacher.</summary>
    public IEnumerable<TaughtStage> Of(Experiment experiment) =>
        from stage in experiment.Stages.Index()
        where stage.Item is IHasTeacher { Teacher: not null }
        select new TaughtStage(stage.Index, stage.Item.Name ?? catalog.For(stage.Item).Kind, ((IHasTeacher)stage.Item).Teacher!);

    /// <summary>A teacher's files.</summary>
    /// <exception cref="InvalidInputException">There are none, or its run has not finished.</exception>
    public ModelFiles Read(TaughtStage stage)
    {
        var path = Copy(stage);
        var from = path ?? stage.Run;
        if (!_read.TryGetValue(from, out var files))
        {
            _read[from] = files = path is null ? Teaching.ReadRun(stage.Run) : Teaching.ReadCopy(path);
        }

        return files;
    }

    /// <summary>All of an experiment's, to be kept in a folder that is still to be made.</summary>
    /// <exception cref="InvalidInputException">One is not there.</exception>
    public IReadOnlyList<(string Label, ModelFiles Files)> ReadAll(Experiment experiment) => [.. Of(experiment).Select(stage => (stage.Label, Read(stage)))];

    /// <summary>Writes copies into a run's folder.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Keep(IEnumerable<(string Label, ModelFiles Files)> teachers, RunFolder folder)
    {
        foreach (var (label, files) in teachers)
        {
            SealedFolder.Write(folder.Teacher(label), path => new ModelFolder(path).Write(files));
        }
    }

    // The parent's copy, where the stage has the teacher that it had there.
    private string? Copy(TaughtStage stage) =>
        parent is not null && Of(parent.Experiment).Any(had => (had.Label, had.Run) == (stage.Label, stage.Run)) ? parent.Folder.Teacher(stage.Label) : null;
}

/// <summary>A stage with a teacher.</summary>
/// <param name="Index">Its place in the experiment, from 0.</param>
/// <param name="Label">Its name or, where it has none, its kind.</param>
/// <param name="Run">The teacher's run.</param>
internal sealed record TaughtStage(int Index, string Label, string Run);
