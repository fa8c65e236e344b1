using Lab.Core;

namespace Lab.Experiments;

/// <summary>The folder of one run, and where everything in it stands.</summary>
public sealed class RunFolder
{
    private RunFolder(string path) => Path = path;

    public string Path { get; }

    public string Experiment => In("experiment.json");

    public string Metrics => In("metrics.jsonl");

    public string Episodes => In("episodes");

    public string Checkpoints => In("checkpoints");

    /// <summary>The weights that the run ended with.</summary>
    public string Final => System.IO.Path.Combine(Checkpoints, "final");

    public string ReportData => In("report.json");

    public string ReportPage => In("report.html");

    /// <summary>Makes a folder named after the experiment and the time; suffixed when that is taken.</summary>
    /// <exception cref="InvalidInputException">The parent cannot be written.</exception>
    public static RunFolder Create(string parent, string name, TimeProvider time) => new(StampedFolder.Create(parent, name, time));

    /// <summary>Makes a run's folder at a place that nothing else takes, such as within a comparison's.</summary>
    /// <exception cref="InvalidInputException">It cannot be made.</exception>
    public static RunFolder CreateAt(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return new(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, $"a run folder cannot be made here: {error.Message}");
        }
    }

    /// <summary>An existing run's folder.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    public static RunFolder Open(string path) => File.Exists(System.IO.Path.Combine(path, "experiment.json"))
        ? new(path)
        : throw new InvalidInputException(path, Directory.Exists(path) ? "is no run folder: it has no experiment.json" : "there is no such run folder");

    /// <summary>A file in this folder.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);
}
