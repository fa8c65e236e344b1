using Lab.Core;
using Lab.Policies;
using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>
/// Changes a policy's weights: records in, record out. Tensors, device and thread stay inside; one update at a time, and none
/// while the policy generates.
/// </summary>
public sealed class Learner : IAsyncDisposable
{
    private readonly Policy _policy;
    private readonly OptimizerOptions _options;
    private readonly double _peak;
    private readonly double _temperature;
    private readonly AdamW _optimizer;
    private readonly Tensor? _reference;

    private Learner(Policy policy, OptimizerOptions options, double peak, bool keepReference, double temperature, LearnerState? resumed)
    {
        _policy = policy;
        _options = options;
        _peak = peak;
        _temperature = temperature;
        _optimizer = new(policy.Flat, policy.Layout.Matrices, options);
        using var scope = NewDisposeScope();
        var reference = resumed?.Reference is { } saved ? tensor(saved, device: policy.Device) : policy.Flat.clone();
        _reference = keepReference ? reference.DetachFromDisposeScope() : null;
        if (resumed is not null)
        {
            _optimizer.Restore(resumed.FirstMoment, resumed.SecondMoment, resumed.Steps);
        }
    }

    /// <summary>A learner for one stage.</summary>
    /// <param name="policy">Whose weights change.</param>
    /// <param name="options">The optimizer.</param>
    /// <param name="peak">The peak step size.</param>
    /// <param name="keepReference">Whether to remember the policy as it is now, for a divergence from it.</param>
    /// <param name="temperature">What episodes are sampled with: the policy that is improved is the one that plays.</param>
    /// <param name="resumed">Where another learner of the same stage stopped; null begins the stage.</param>
    public static Task<Learner> Create(Policy policy, OptimizerOptions options, double peak, bool keepReference, double temperature = 1, LearnerState? resumed = null) =>
        policy.Thread.Run(() => new Learner(policy, options, peak, keepReference, temperature, resumed), CancellationToken.None);

    /// <summary>A copy of what it carries, to go on from later.</summary>
    public Task<LearnerState> Save(CancellationToken stop) => _policy.Thread.Run(
        () =>
        {
            using var scope = NewDisposeScope();
            var (first, second) = _optimizer.Moments();
            return new LearnerState(first, second, _optimizer.Steps, _reference?.cpu().data<float>().ToArray(), new Dictionary<string, double>());
        },
        stop);

    /// <summary>As many passes over these rows as the algorithm makes.</summary>
    /// <param name="rows">Episodes with advantages, in a fixed order.</param>
    /// <param name="algorithm">The objective.</param>
    /// <param name="progress">The part of the stage that this is, for the step size.</param>
    /// <param name="draw">Shuffles the rows into minibatches.</param>
    /// <param name="stop">Ends the run between two steps.</param>
    /// <exception cref="LearningDivergedException">A gradient is not finite.</exception>
    public Task<UpdateReport> Update(IReadOnlyList<TrainingRow> rows, IAlgorithm algorithm, Progress progress, Draw draw, CancellationToken stop) =>
        _policy.Thread.Run(() => Passes(rows, algorithm, progress, draw, stop), stop);

    public async ValueTask DisposeAsync() => await _policy.Thread.Run(
        () =>
        {
            _optimizer.Dispose();
            _reference?.Dispose();
        }).ConfigureAwait(false);

    private UpdateReport Passes(IReadOnlyList<TrainingRow> rows, IAlgorithm algorithm, Progress progress, Draw draw, CancellationToken stop)
    {
        var batches = Packing.Pack(rows, _options.MinibatchTokens, draw);
        var sums = new ReportSums();
        var stepSize = 0.0;
        using var scope = NewDisposeScope();
        var scores = batches.Select(batch => Score(batch, algorithm)).ToArray();
        for (var step = 0; step < algorithm.Passes * batches.Count; step++)
        {
            stop.ThrowIfCancellationRequested();
            var done = progress.After(step, algorithm.Passes * batches.Count);
            stepSize = StepSize.At(_peak, done, _options);
            var batch = step % batches.Count;
            Step(batches[batch], scores[batch], algorithm, done, stepSize, sums);
        }

        return batches.Count == 0 ? new() : sums.Report(batches, stepSize);
    }

    // Before the first update, with the kernels and shapes of the update's own pass: until a step is taken the ratio is
    // exactly 1.
    private Scores Score(PackedBatch batch, IAlgorithm algorithm)
    {
        if (!algorithm.UsesBefore)
        {
            return default;
        }

        using var scope = NewDisposeScope();
        using var without = no_grad();
        var tensors = new BatchTensors(batch, _policy.Device);
        return new(
            tensors.Forward(_policy.Network, _policy.Flat, _temperature).Said_N.MoveToOuterDisposeScope(),
            algorithm.UsesReference && _reference is { } reference ? tensors.Forward(_policy.Network, reference, _temperature).Said_N.MoveToOuterDisposeScope() : null);
    }

    private void Step(PackedBatch batch, Scores scores, IAlgorithm algorithm, double progress, double stepSize, ReportSums sums)
    {
        using var scope = NewDisposeScope();
        var tensors = new BatchTensors(batch, _policy.Device) { Reference_N = scores.Reference_N };
        if (scores.Before_N is not null)
        {
            tensors.Before_N = scores.Before_N;
        }

        var parameters = _policy.Flat.detach().requires_grad_();
        var objective = algorithm.Evaluate(tensors, tensors.Forward(_policy.Network, parameters, _temperature), progress);
        var gradient = autograd.grad([objective.Loss], [parameters])[0];
        var norm = _optimizer.Step(gradient, stepSize);
        if (!double.IsFinite(norm))
        {
            throw new LearningDivergedException($"the gradient's norm is {norm}; the weights are those before this step");
        }

        var difference = scores.Before_N is { } before_N ? (before_N - tensors.Sampled_N).abs().mean().item<float>() : 0;
        sums.Add(objective, difference, tensors.Count, norm);
    }

    private readonly record struct Scores(Tensor? Before_N, Tensor? Reference_N);
}
