using Lab.Experiments;
using Lab.Hosting;

namespace Lab.Cli;

/// <summary>Shows nothing: the run is part of a comparison, which speaks for it.</summary>
internal sealed class NoProgress : IRunWatcher
{
    public void Report(RunEvent value)
    {
    }

    public void Stopping()
    {
    }
}
