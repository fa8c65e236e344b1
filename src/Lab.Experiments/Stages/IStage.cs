namespace Lab.Experiments;

/// <summary>A step of an experiment: takes the policy as it is and leaves it changed.</summary>
public interface IStage
{
    /// <summary>How many lines of metrics it will write.</summary>
    int Iterations { get; }

    /// <summary>Runs it from <see cref="StageContext.From"/> to <see cref="StageContext.Until"/>.</summary>
    /// <exception cref="RunFailedException">It cannot go on.</exception>
    /// <exception cref="OperationCanceledException">
    /// It was asked to stop, while it collected: an iteration that has begun to change the policy is finished, measured and kept first.
    /// </exception>
    Task Run(StageContext context, CancellationToken stop);
}

/// <summary>A run that cannot go on, and why, in one line.</summary>
public sealed class RunFailedException(string message) : Exception(message);
