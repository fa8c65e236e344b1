namespace Lab.Learning;

/// <summary>Sums of an iteration, weighted by said tokens, on the way to an <see cref="UpdateReport"/>.</summary>
internal sealed class ReportSums
{
    private double _loss;
    private double _policy;
    private double _value;
    private double _entropy;
    private double _kl;
    private double _clipped;
    private double _difference;
    private double _norms;
    private long _tokens;
    private int _steps;
    private bool _hasKl;

    public void Add(Objective objective, double difference, int tokens, double gradientNorm)
    {
        _loss += objective.Loss.item<float>() * tokens;
        _policy += objective.Policy.item<float>() * tokens;
        _value += objective.Value.item<float>() * tokens;
        _entropy += objective.Entropy.item<float>() * tokens;
        _clipped += objective.Clipped.item<float>() * tokens;
        _hasKl |= objective.Kl is not null;
        _kl += (objective.Kl?.item<float>() ?? 0) * tokens;
        _difference += difference * tokens;
        _norms += gradientNorm;
        _tokens += tokens;
        _steps++;
    }

    public UpdateReport Report(IReadOnlyList<PackedBatch> batches, double stepSize) => new()
    {
        Loss = _loss / _tokens,
        PolicyLoss = _policy / _tokens,
        ValueLoss = _value / _tokens,
        Entropy = _entropy / _tokens,
        Kl = _hasKl ? _kl / _tokens : null,
        ClipFraction = _clipped / _tokens,
        SamplerDifference = _difference / _tokens,
        GradientNorm = _norms / _steps,
        ExplainedVariance = Explained(batches),
        StepSize = stepSize,
        Tokens = _tokens,
        Steps = _steps,
        Padding = 1 - (batches.Sum(batch => (double)batch.Used) / batches.Sum(batch => (double)batch.Rows * batch.Width)),
    };

    private static double Explained(IReadOnlyList<PackedBatch> batches)
    {
        var returns = batches.SelectMany(batch => batch.Returns_N).ToArray();
        var errors = batches.SelectMany(batch => batch.Returns_N.Zip(batch.Values_N, (target, value) => target - value)).ToArray();
        var variance = Variance(returns);
        return variance > 0 ? 1 - (Variance(errors) / variance) : 0;
    }

    private static double Variance(float[] numbers)
    {
        var mean = numbers.Average(number => (double)number);
        return numbers.Average(number => (number - mean) * (number - mean));
    }
}
