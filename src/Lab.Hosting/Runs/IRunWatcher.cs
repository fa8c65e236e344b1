using Lab.Experiments;

namespace Lab.Hosting;

/// <summary>Whoever watches a run in the run's own process. Called from any thread.</summary>
public interface IRunWatcher : IProgress<RunEvent>
{
    /// <summary>The process was asked to stop; the run ends as soon as it can.</summary>
    void Stopping();
}
