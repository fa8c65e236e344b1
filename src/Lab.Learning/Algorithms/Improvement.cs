using Lab.Core;
using Lab.Policies;
using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>Improving on rewards: the parts of an algorithm, put together.</summary>
public sealed class Improvement : IObjective
{
    private readonly AlgorithmOptions _options;
    private readonly int _context;
    private readonly int _tokens;
    private readonly IAdvantageEstimator _estimator;
    private readonly IPolicyLoss _loss;
    private readonly (string Name, IRegularizer Part)[] _regularizers;
    private bool _warming;

    /// <summary>Makes the parts.</summary>
    /// <param name="options">Which.</param>
    /// <param name="plugins">Makes them.</param>
    /// <param name="context">The policy's longest sequence, in tokens.</param>
    /// <param name="tokens">Tokens that a seat may say in one episode.</param>
    public Improvement(AlgorithmOptions options, PluginFactory plugins, int context, int tokens)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(plugins);
        (_options, _context, _tokens) = (options, context, tokens);
        _estimator = plugins.Create<IAdvantageEstimator>(options.Estimator);
        _loss = plugins.Create<IPolicyLoss>(options.PolicyLoss);
        _regularizers = [.. options.Regularizers.Select(regularizer => (plugins.Catalog.For(regularizer).Kind, plugins.Create<IRegularizer>(regularizer)))];
        Batch = plugins.Create<IBatchRule>(options.Batch);
    }

    /// <summary>Which groups are learned from.</summary>
    public IBatchRule Batch { get; }

    public int Passes => _options.Batch.Passes;

    public bool UsesBefore => true;

    public ReferenceRule? Reference => _regularizers.Select(regularizer => regularizer.Part.Reference).FirstOrDefault(reference => reference is not null);

    public double? KlLimit => _options.KlLimit;

    /// <summary>What the divergence from the reference weighs now; null without one, and where it does not say.</summary>
    public double? KlCoefficient => _regularizers.Select(regularizer => regularizer.Part).FirstOrDefault(part => part.Reference is not null)?.Coefficient;

    public IReadOnlyList<RowGroup> Lay(IReadOnlyList<Group> groups, Func<Episode, TrainingRow> lay)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var laid = RowGroup.Lay(groups.Where(Batch.Keeps), lay);
        if (_options.Batch.Truncated == Truncated.Mask)
        {
            laid = [.. laid.Select(group => group with { Rows = [.. group.Rows.Where(row => !row.IsTruncated)] }).Where(group => group.Rows.Count > 0)];
        }
        else if (_options.Batch.Truncated == Truncated.Punish)
        {
            foreach (var row in laid.SelectMany(group => group.Rows))
            {
                row.Rewards[^1] -= (float)Punishment(row);
            }
        }

        return laid;
    }

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (var row in groups.SelectMany(group => group.Rows))
        {
            foreach (var (_, regularizer) in _regularizers)
            {
                regularizer.Adjust(row);
            }
        }

        _estimator.Estimate(groups);
    }

    public Objective Evaluate(BatchTensors batch, Outputs outputs, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var tokens = _loss.Evaluate(batch, outputs.Said_N);
        var policy = Reduce(batch, Weighted(batch, tokens.Loss_N));
        var value = _estimator.UsesValues ? Reduce(batch, ValueLoss.Clip(outputs.Values_N, batch.Values_N, batch.Returns_N, _options.Value.Clip)) : null;
        var warming = _warming = value is not null && moment.Iteration < _options.Value.Warmup;
        using var valueWeight = _options.Value.Weight.ToScalar();
        var loss = warming ? value! : value is null ? policy : policy.Plus(value * valueWeight);
        foreach (var (_, regularizer) in warming ? [] : _regularizers)
        {
            if (regularizer.Loss_N(batch, outputs, moment) is { } loss_N)
            {
                loss = loss.Plus(Reduce(batch, loss_N));
            }
        }

        return new(loss, Measure.Step(batch, outputs, tokens, loss, policy, value), warming);
    }

    public void Adapt(UpdateReport report)
    {
        // While the value head warms up the policy stands still: its divergence says nothing.
        foreach (var (_, regularizer) in _warming ? [] : _regularizers)
        {
            regularizer.Adapt(report);
        }
    }

    public IReadOnlyDictionary<string, double> Save() => Remembering()
        .SelectMany(part => part.Part.Save().Select(pair => KeyValuePair.Create($"{part.Name}/{pair.Key}", pair.Value)))
        .ToDictionary();

    public void Restore(IReadOnlyDictionary<string, double> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        foreach (var (name, part) in Remembering())
        {
            part.Restore(numbers.Where(pair => pair.Key.StartsWith($"{name}/", StringComparison.Ordinal)).ToDictionary(pair => pair.Key[(name.Length + 1)..], pair => pair.Value));
        }
    }

    private IEnumerable<(string Name, IRemembers Part)> Remembering() =>
        from part in _regularizers.Select(regularizer => (regularizer.Name, (object)regularizer.Part)).Prepend(("estimator", _estimator))
        where part.Item2 is IRemembers
        select (part.Item1, (IRemembers)part.Item2);

    // 0 until the last tokens before a limit begin, 1 at it, or wherever the episode was cut. The context counts all tokens, the
    // limit of an episode those that were said; whichever has less left is the one that would cut.
    private double Punishment(TrainingRow row)
    {
        var left = Math.Min(_context - row.Tokens.Length, _tokens - row.SaidCount);
        return row.IsTruncated ? 1 : Math.Clamp(1 - (left / (double)_options.Batch.PunishWithin), 0, 1);
    }

    private Tensor Weighted(BatchTensors batch, Tensor loss_N)
    {
        if (_options.Batch.ImportanceCap is not { } cap)
        {
            return loss_N;
        }

        using var most = cap.ToScalar();
        return loss_N * (batch.Before_N - batch.Sampled_N).exp().clamp_max(most);
    }

    private Tensor Reduce(BatchTensors batch, Tensor x_N) => batch.Reduce(x_N, _options.Normalization, _options.FixedLength);
}
