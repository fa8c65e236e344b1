using System.Globalization;
using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>The folder of one run, and where everything in it stands.</summary>
public sealed class RunFolder
{
    private RunFolder(string path) => Path = path;

    public string Path { get; }

    public string Experiment => In("experiment.json");

    public string Metrics => In("metrics.jsonl");

    /// <summary>The metrics once more, as TensorBoard reads them.</summary>
    public string TensorBoard => In("tensorboard");

    public string Episodes => In("episodes");

    public string Checkpoints => In("checkpoints");

    /// <summary>The weights that the run ended with.</summary>
    public string Final => System.IO.Path.Combine(Checkpoints, "final");

    /// <summary>Weights alone, at chosen iterations.</summary>
    public string Policies => In("policies");

    /// <summary>What the environment's questions are about, for people, where they are about documents.</summary>
    public string Documents => In("documents");

    /// <summary>Held open by the process that works on the run.</summary>
    public string Lock => In("run.lock");

    /// <summary>Where a fork comes from.</summary>
    public string Lineage => In("lineage.json");

    /// <summary>What a fork keeps of its parent: a folder with the parent's experiment, metrics and report.</summary>
    public string Past => In("past");

    /// <summary>Copies of other runs' policies that stages of this one learn from.</summary>
    public string Teachers => In("teachers");

    /// <summary>The copy of a stage's teacher.</summary>
    public string Teacher(string label) => System.IO.Path.Combine(Teachers, label);

    /// <summary>Copies of other runs' policies that sit at the tables of this one.</summary>
    public string Opponents => In("opponents");

    /// <summary>The copy of the policy that has a seat, from 0.</summary>
    public string Opponent(int seat) => System.IO.Path.Combine(Opponents, string.Create(CultureInfo.InvariantCulture, $"{seat + 1}"));

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

    /// <summary>Whether the run has come to its end: report.json, which is written last, says so.</summary>
    public bool IsFinished
    {
        get
        {
            try
            {
                return File.Exists(ReportData) && JsonSerializer.Deserialize<Ended>(File.ReadAllText(ReportData), RecordJson.Line)?.Status == RunStatus.Finished;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }

    /// <summary>Refuses a run that there is nothing left to do for.</summary>
    /// <exception cref="InvalidInputException">It is finished.</exception>
    public void RequireUnfinished()
    {
        if (IsFinished)
        {
            throw new InvalidInputException(Path, "has finished: there is nothing to go on with; lab fork branches off from it, lab run makes a new run");
        }
    }

    /// <summary>Removes what a run leaves at its end, before it goes on.</summary>
    public void Reopen()
    {
        File.Delete(ReportData);
        File.Delete(ReportPage);
        SealedFolder.Discard(Final);
    }

    /// <summary>A file in this folder.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    private sealed record Ended(RunStatus Status);
}
