namespace Lab.Core;

/// <summary>
/// A reward function: episode to score. It reads the verdict, its facts and the transcript, never an environment's type.
/// Pure unless it uses a port; thread-safe.
/// </summary>
public interface IReward
{
    /// <summary>The least and the greatest score it gives.</summary>
    (double Low, double High) Range { get; }

    /// <summary>The facts that it reads, by name: it is refused where the environment does not declare each of them.</summary>
    IReadOnlyList<string> Reads => [];

    /// <summary>Scores an ended and decided episode.</summary>
    ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop);
}

/// <summary>A finite number in the reward function's declared range.</summary>
public readonly record struct Score(double Value);
