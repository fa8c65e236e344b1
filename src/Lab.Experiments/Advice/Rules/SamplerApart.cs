namespace Lab.Experiments;

/// <summary>Sampler and trainer give one token different probabilities, by more than rounding: updates correct the wrong policy.</summary>
internal sealed class SamplerApart : IAdvice
{
    // It is as good as never chance; three in a row are told from a moment's fault.
    private const int Iterations = 3;

    // Nats. Rounding makes means of 1e-7 on a processor; the lab promises 1e-4, and weights that differ by 1 % are beyond it.
    private const double MostOnAverage = 1e-4;

    // Of one token among thousands, rounding makes 1e-5.
    private const double Most = 1e-2;

    public Cause Cause => Cause.SamplerApart;

    public Finding? Look(StageHistory history)
    {
        var means = history.Last(MetricNames.SamplerDifference, Iterations);
        var extremes = history.Last(MetricNames.SamplerDifferenceMost, Iterations);
        var isApart = means is not null && means.All(mean => mean > MostOnAverage);
        if (!isApart && !(extremes is not null && extremes.All(extreme => extreme > Most)))
        {
            return null;
        }

        return new(
            "sampler and trainer are apart",
            isApart
                ? $"Their log-probabilities of the same tokens differ by {Amounts.Of(means!.Average())} nats on average; rounding makes less than {Amounts.Of(MostOnAverage)}."
                : $"Their log-probabilities of the same token differ by up to {Amounts.Of(extremes!.Max())} nats; rounding makes less than {Amounts.Of(Most)}.",
            "Do not trust this run: the two do not hold the same weights, or do not compute the same. Run lab doctor, and report it.");
    }
}
