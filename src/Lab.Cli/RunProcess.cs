using System.Globalization;
using Lab.Hosting;

namespace Lab.Cli;

/// <summary>A run in a process of its own.</summary>
internal static class RunProcess
{
    /// <summary>Works on a run folder; gives the exit code.</summary>
    /// <param name="run">The folder.</param>
    /// <param name="threads">Threads for torch.</param>
    /// <param name="flags">Handed on.</param>
    /// <param name="surroundings">Takes complaints.</param>
    public static async Task<int> Work(string run, int threads, IEnumerable<string> flags, Surroundings surroundings)
    {
        var code = await WorkProcess.Run(["work", run, .. flags], threads);
        if (code is ExitCode.Done or ExitCode.Failed or ExitCode.BadInput or ExitCode.Interrupted)
        {
            return code;
        }

        // Such as 137 where the system ended it because memory ran out.
        surroundings.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run}: the run's process died with exit code {code}; lab resume {TypedCommand.Quote(run)} goes on"));
        return ExitCode.Failed;
    }
}
