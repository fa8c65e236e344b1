using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>What a stage works with.</summary>
public sealed record StageContext
{
    /// <summary>The stage's label: names its metrics, its episodes and its weights.</summary>
    public required string Label { get; init; }

    /// <summary>The stage's randomness.</summary>
    public required Draw Draw { get; init; }

    /// <summary>The environment's kind, as messages name it.</summary>
    public required string EnvironmentKind { get; init; }

    public required IEnvironment Environment { get; init; }

    /// <summary>Poses problems for training, never a held-out one.</summary>
    public required ProblemSource Problems { get; init; }

    /// <summary>Of the problems posed.</summary>
    public required double Difficulty { get; init; }

    /// <summary>Who sits at the tables; empty for the policy on every seat.</summary>
    public required IReadOnlyList<SeatOptions> Seats { get; init; }

    /// <summary>Keeps the weights as they are after so many iterations, to play against later.</summary>
    public required Func<int, Task> KeepWeights { get; init; }

    /// <summary>The folder of the weights that were kept after so many iterations.</summary>
    public required Func<int, string> WeightsAt { get; init; }

    /// <summary>Plays, verifies, scores.</summary>
    public required Rollouts Rollouts { get; init; }

    /// <summary>What a seat may use in one episode.</summary>
    public required MatchLimits Limits { get; init; }

    /// <summary>Changed by the stage.</summary>
    public required Policy Policy { get; init; }

    /// <summary>Where the run keeps the copy of the stage's teacher, if it has one.</summary>
    public required string Teacher { get; init; }

    /// <summary>Where the run keeps the copy of the policy that has a seat, from 0.</summary>
    public required Func<int, string> Opponent { get; init; }

    public required RunLog Log { get; init; }

    public required RunInstruments Instruments { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Measures the policy after an iteration, from 1, where the experiment asks for it. It is not stopped: what was learned would be lost.</summary>
    public required Func<int, Task<IReadOnlyList<EvaluationResult>>> Evaluate { get; init; }

    /// <summary>Iterations of the stage that are done already: 0, or where a resumed run goes on.</summary>
    public required int From { get; init; }

    /// <summary>Iterations of the stage that are done when it is left: all of them, or where a fork branches off.</summary>
    public required int Until { get; init; }

    /// <summary>What the stage's learner carried after them; null at the beginning.</summary>
    public required LearnerState? Resumed { get; init; }

    /// <summary>Keeps a checkpoint after an iteration, from 1, where the experiment asks for it. The last thing an iteration does.</summary>
    public required Func<int, Learner, CancellationToken, Task> Save { get; init; }

    /// <summary>Collecting was stopped: policy and learner still are as the last iteration left them, and can be kept.</summary>
    public required Func<Task> Interrupted { get; init; }

    /// <summary>Problems for one iteration.</summary>
    public IReadOnlyList<Problem> Pose(int count, Draw draw) => [.. Enumerable.Range(0, count).Select(index => Problems.Train(draw.At(index), Difficulty))];

    /// <summary>Plays, verifies, scores; where that is stopped, what the run has learned is kept.</summary>
    public async Task<IReadOnlyList<Group>> Collect(
        IReadOnlyList<Problem> problems, int attempts, Seating seating, IGenerator? generator, Draw draw, CancellationToken stop)
    {
        using var span = Instruments.Rollout(Label);
        return await BeforeLearning(() => Rollouts.Collect(problems, attempts, seating, generator, draw, stop)).ConfigureAwait(false);
    }

    /// <summary>Does what comes before an iteration learns; where that is stopped, what the run has learned is kept.</summary>
    public async Task<T> BeforeLearning<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await Interrupted().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>An episode as tokens.</summary>
    public TrainingRow Lay(Episode episode) => TrainingRow.From(episode, Policy.Renderer);
}
