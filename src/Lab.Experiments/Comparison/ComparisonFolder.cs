using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>The folder of a comparison: comparison.json, comparison.html and a run folder for each variant with each seed.</summary>
public sealed class ComparisonFolder
{
    private readonly Comparison _comparison;

    private ComparisonFolder(string path, string name, Comparison comparison, IReadOnlyList<ComparedRun> runs) =>
        (Path, Name, _comparison, Runs) = (path, name, comparison, runs);

    public string Path { get; }

    /// <summary>The comparison's name.</summary>
    public string Name { get; }

    /// <summary>What runs here.</summary>
    public IReadOnlyList<ComparedRun> Runs { get; }

    public string Data => In("comparison.json");

    public string Page => In("comparison.html");

    /// <summary>Makes a folder named after the comparison and the time; suffixed when that is taken.</summary>
    /// <exception cref="InvalidInputException">The parent cannot be written.</exception>
    internal static ComparisonFolder Create(string parent, string name, Comparison comparison, IReadOnlyList<ComparedRun> runs, TimeProvider time) =>
        new(StampedFolder.Create(parent, name, time), name, comparison, runs);

    /// <summary>A file or folder in this folder.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>What the runs have come to so far.</summary>
    public ComparisonReport Report() => new()
    {
        Comparison = Name,
        Base = _comparison.Base,
        Set = _comparison.Set,
        Variants = _comparison.Variants,
        Seeds = [.. Runs.Select(run => run.Experiment.Seed).Distinct()],
        Runs = [.. Runs.Select(run => new ComparedReport(run.Label, run.Experiment.Seed, run.Folder, ReadReport(run)))],
    };

    /// <summary>Writes comparison.json and comparison.html as far as the runs have come; gives what it wrote.</summary>
    public ComparisonReport Write()
    {
        var report = Report();
        DurableFile.Write(Data, JsonSerializer.Serialize(report, RecordJson.Indented) + "\n");
        DurableFile.Write(Page, ComparisonPage.Render(this, report));
        return report;
    }

    private RunReport? ReadReport(ComparedRun run)
    {
        try
        {
            return JsonSerializer.Deserialize<RunReport>(File.ReadAllText(RunFolder.Open(In(run.Folder)).ReportData), RecordJson.Line);
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException or InvalidInputException)
        {
            // A run that has not come so far, or was lost: the page says so.
            return null;
        }
    }
}
