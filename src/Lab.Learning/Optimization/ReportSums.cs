namespace Lab.Learning;

/// <summary>Sums of an iteration, weighted by said tokens, on the way to an <see cref="UpdateReport"/>.</summary>
internal sealed class ReportSums
{
    private readonly List<(StepMeasures Measures, int Tokens, double Norm)> _steps = [];
    private double _difference;
    private double _differenceMost;
    private long _compared;

    /// <summary>Steps that were skipped because a number was not finite.</summary>
    public int Skipped { get; set; }

    /// <summary>Steps that were left out.</summary>
    public int Cut { get; set; }

    /// <summary>The last step size.</summary>
    public double StepSize { get; set; }

    /// <summary>A step that was taken.</summary>
    public void Add(StepMeasures measures, int tokens, double norm) => _steps.Add((measures, tokens, norm));

    /// <summary>How far sampler and trainer are apart on a minibatch.</summary>
    public void Compare(double difference, double most, int tokens)
    {
        _difference += difference * tokens;
        _differenceMost = Math.Max(_differenceMost, most);
        _compared += tokens;
    }

    public UpdateReport Report(IReadOnlyList<PackedBatch> batches, double? klCoefficient)
    {
        var tokens = _steps.Sum(step => (long)step.Tokens);
        var report = new UpdateReport
        {
            KlCoefficient = klCoefficient,
            SamplerDifference = _compared > 0 ? _difference / _compared : null,
            SamplerDifferenceMost = _compared > 0 ? _differenceMost : null,
            ExplainedVariance = Explained(batches),
            StepSize = StepSize,
            Skipped = Skipped,
            Cut = Cut,
            Padding = 1 - (batches.Sum(batch => (double)batch.Used) / batches.Sum(batch => (double)batch.Rows * batch.Width)),
        };
        return tokens == 0 ? report : report with
        {
            Loss = Mean(step => step.Loss),
            PolicyLoss = Mean(step => step.Policy),
            ValueLoss = Mean(step => step.Value),
            Entropy = Mean(step => step.Entropy),
            Kl = _steps[0].Measures.Kl is null ? null : (Mean(step => step.Kl!.Value.K1), Mean(step => step.Kl!.Value.K2), Mean(step => step.Kl!.Value.K3)),
            UpdateKl = _steps[^1].Measures.UpdateKl,
            ClipLow = Mean(step => step.ClipLow),
            ClipHigh = Mean(step => step.ClipHigh),
            RatioLeast = _steps.Min(step => step.Measures.RatioLeast),
            RatioMost = _steps.Max(step => step.Measures.RatioMost),
            ValueError = Mean(step => step.ValueError),
            GradientNorm = _steps.Average(step => step.Norm),
            Tokens = tokens,
            Steps = _steps.Count,
        };

        double Mean(Func<StepMeasures, double> number) => _steps.Sum(step => number(step.Measures) * step.Tokens) / tokens;
    }

    private static double Explained(IReadOnlyList<PackedBatch> batches)
    {
        float[] returns = [.. batches.SelectMany(batch => batch.Gather(row => row.Returns))];
        float[] values = [.. batches.SelectMany(batch => batch.Gather(row => row.Values))];
        var variance = Variance(returns);
        return variance > 0 ? 1 - (Variance([.. returns.Zip(values, (target, value) => target - value)]) / variance) : 0;
    }

    private static double Variance(float[] numbers)
    {
        var mean = numbers.Average(number => (double)number);
        return numbers.Average(number => (number - mean) * (number - mean));
    }
}
