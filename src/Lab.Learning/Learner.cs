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
    private const string SpentName = "sampled";
    private const string SkippedName = "skipped";

    private readonly Policy _policy;
    private readonly IObjective _objective;
    private readonly LearnerOptions _options;
    private readonly AdamW _optimizer;
    private readonly Reference? _reference;
    private int _skippedInARow;
    private string? _firstFault;

    private Learner(Policy policy, IObjective objective, LearnerOptions options, Policy? teacher, LearnerState? resumed)
    {
        (_policy, _objective, _options) = (policy, objective, options);
        _optimizer = new(policy.Flat, policy.Layout.Matrices, options.Optimizer);
        _reference = teacher is not null ? Reference.Of(teacher)
            : objective.Reference is { } rule ? Reference.Of(policy, rule, resumed?.Reference)
            : null;
        if (resumed is not null)
        {
            _optimizer.Restore(resumed.FirstMoment, resumed.SecondMoment, resumed.Steps);
            _objective.Restore(resumed.Numbers);
            Spent = (long)resumed.Numbers.GetValueOrDefault(SpentName);
            _skippedInARow = (int)resumed.Numbers.GetValueOrDefault(SkippedName);
        }
    }

    /// <summary>Said tokens sampled for it so far, those of episodes that were left out too.</summary>
    public long Spent { get; private set; }

    /// <summary>Counts sampled tokens.</summary>
    public void Spend(long tokens) => Spent += tokens;

    /// <summary>A learner for one stage.</summary>
    /// <param name="policy">Whose weights change.</param>
    /// <param name="objective">What is minimised.</param>
    /// <param name="options">Step size, optimizer and temperature.</param>
    /// <param name="teacher">The policy to compare with, instead of the learner's own as the objective's rule says; of the same tokenizer.</param>
    /// <param name="resumed">Where another learner of the same stage stopped; null begins the stage.</param>
    public static Task<Learner> Create(Policy policy, IObjective objective, LearnerOptions options, Policy? teacher = null, LearnerState? resumed = null) =>
        policy.Thread.Run(() => new Learner(policy, objective, options, teacher, resumed), CancellationToken.None);

    /// <summary>A copy of what it carries, to go on from later.</summary>
    public Task<LearnerState> Save(CancellationToken stop) => _policy.Thread.Run(
        () =>
        {
            using var scope = NewDisposeScope();
            var (first, second) = _optimizer.Moments();
            return new LearnerState(first, second, _optimizer.Steps, _reference?.Save(), new Dictionary<string, double>(_objective.Save()) { [SpentName] = Spent, [SkippedName] = _skippedInARow });
        },
        stop);

    /// <summary>As many passes over these rows as the objective makes. What has begun is finished: half an update is no place to go on from.</summary>
    /// <param name="groups">Rows in a fixed order.</param>
    /// <param name="iteration">From 0.</param>
    /// <param name="progress">The part of the stage that this is, for the step size.</param>
    /// <param name="draw">Shuffles the rows into minibatches.</param>
    /// <exception cref="LearningDivergedException">Too many steps in a row had to be skipped.</exception>
    public Task<UpdateReport> Update(IReadOnlyList<RowGroup> groups, int iteration, Progress progress, Draw draw) =>
        _policy.Thread.Run(() => Passes(groups, iteration, progress, draw));

    public async ValueTask DisposeAsync() => await _policy.Thread.Run(
        () =>
        {
            _optimizer.Dispose();
            _reference?.Dispose();
        }).ConfigureAwait(false);

    private UpdateReport Passes(IReadOnlyList<RowGroup> groups, int iteration, Progress progress, Draw draw)
    {
        var batches = Packing.Pack([.. groups.SelectMany(group => group.Rows)], _options.Optimizer.MinibatchTokens, draw);
        if (batches.Count == 0)
        {
            _reference?.Move(_policy.Flat, iteration + 1);
            return new();
        }

        var sums = new ReportSums();
        using var scope = NewDisposeScope();
        var scores = batches.Select(batch => Score(batch, sums)).ToArray();
        _objective.Estimate(groups);
        var steps = _objective.Passes * batches.Count;
        for (var step = 0; step < steps && sums.Cut == 0; step++)
        {
            var moment = new Moment(iteration, progress.After(step, steps));
            sums.StepSize = StepSize.At(_options.Peak, moment.Progress, _options.Optimizer);
            if (!Step(batches[step % batches.Count], scores[step % batches.Count], moment, sums))
            {
                sums.Cut = steps - step;
            }
        }

        _reference?.Move(_policy.Flat, iteration + 1);
        var report = sums.Report(batches, (_objective as Improvement)?.KlCoefficient);
        _objective.Adapt(report);
        return report;
    }

    // Before the first update, with the kernels and shapes of the update's own pass: until a step is taken the ratio is
    // exactly 1.
    private Scores Score(PackedBatch batch, ReportSums sums)
    {
        if (!_objective.UsesBefore)
        {
            return default;
        }

        using var scope = NewDisposeScope();
        using var without = no_grad();
        var tensors = new BatchTensors(batch, _policy.Device);
        var before_N = tensors.Forward(_policy.Network, _policy.Flat, _options.Temperature).Said_N;
        var reference_N = _reference?.Score(tensors, _options.Temperature);
        batch.Scatter(before_N.cpu().data<float>().ToArray(), row => row.Before);
        if (reference_N is not null)
        {
            batch.Scatter(reference_N.cpu().data<float>().ToArray(), row => row.Reference);
        }

        var difference_N = (before_N - tensors.Sampled_N).abs();
        sums.Compare(difference_N.mean().item<float>(), difference_N.max().item<float>(), tensors.Count);
        return new(before_N.MoveToOuterDisposeScope(), reference_N?.MoveToOuterDisposeScope());
    }

    // Whether the iteration goes on.
    private bool Step(PackedBatch batch, Scores scores, Moment moment, ReportSums sums)
    {
        using var scope = NewDisposeScope();
        var tensors = new BatchTensors(batch, _policy.Device) { Reference_N = scores.Reference_N };
        if (scores.Before_N is not null)
        {
            tensors.Before_N = scores.Before_N;
        }

        var parameters = _policy.Flat.detach().requires_grad_();
        var objective = _objective.Evaluate(tensors, tensors.Forward(_policy.Network, parameters, _options.Temperature), moment);
        if (objective.Measures.UpdateKl > _objective.KlLimit)
        {
            return false;
        }

        if (!double.IsFinite(objective.Measures.Loss))
        {
            Skip($"the loss is {objective.Measures.Loss}", moment, sums);
            return true;
        }

        var gradient = autograd.grad([objective.Loss], [parameters])[0];
        if (objective.ValueHeadOnly)
        {
            KeepValueHead(gradient);
        }

        var norm = _optimizer.Step(gradient, sums.StepSize, decay: !objective.ValueHeadOnly);
        if (!double.IsFinite(norm))
        {
            Skip($"the gradient's norm is {norm}", moment, sums);
            return true;
        }

        _skippedInARow = 0;
        _firstFault = null;
        sums.Add(objective.Measures, tensors.Count, norm);
        return true;
    }

    private void Skip(string reason, Moment moment, ReportSums sums)
    {
        sums.Skipped++;
        _firstFault ??= $"iteration {moment.Iteration + 1}: {reason}";
        if (++_skippedInARow > _options.Optimizer.Skips)
        {
            throw new LearningDivergedException($"{_firstFault}; {_skippedInARow} steps in a row were not finite; the weights are those of the last good step");
        }
    }

    private void KeepValueHead(Tensor gradient)
    {
        var head = _policy.Layout.Parameters.Single(parameter => parameter.Name == ParameterLayout.ValueHead);
        gradient.narrow(0, 0, head.Offset).zero_();
        gradient.narrow(0, head.Offset + head.Count, gradient.shape[0] - head.Offset - head.Count).zero_();
    }

    private readonly record struct Scores(Tensor? Before_N, Tensor? Reference_N);
}

/// <summary>How a learner steps.</summary>
/// <param name="Optimizer">AdamW and its schedule.</param>
/// <param name="Peak">The peak step size.</param>
/// <param name="Temperature">What episodes are sampled with: the policy that is improved is the one that plays.</param>
public sealed record LearnerOptions(OptimizerOptions Optimizer, double Peak, double Temperature = 1);
