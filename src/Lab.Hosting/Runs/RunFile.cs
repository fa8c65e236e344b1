using Lab.Core;
using Lab.Experiments;

namespace Lab.Hosting;

/// <summary>Reads the experiment.json of run folders.</summary>
public static class RunFile
{
    /// <summary>The experiment of a run, with everything that was decided before the run started.</summary>
    /// <exception cref="InvalidInputException">It is damaged, or not that of a run.</exception>
    public static ExperimentFile Read(RunFolder folder)
    {
        var file = ExperimentFile.Read(folder.Experiment);
        return file.Experiment.Resolved is not null
            ? file
            : throw new InvalidInputException(folder.Experiment, [new("$.resolved", "is missing: this is no file that lab run wrote")]);
    }
}
