using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>Metrics such as a run of the quickstart writes, made up.</summary>
internal static class SampleCurves
{
    /// <summary>An iteration of imitation.</summary>
    /// <param name="progress">How far the stage is, in [0, 1].</param>
    /// <param name="noise">Where the numbers' noise comes from.</param>
    public static OrderedDictionary<string, double> Imitate(double progress, Draw noise) => new()
    {
        [MetricNames.Seconds] = 1.1,
        [MetricNames.Episodes] = 2000,
        [MetricNames.Accuracy] = 0.17 + (0.008 * noise.At("accuracy").Normal()),
        [MetricNames.PolicyLoss] = 0.78 + (1.9 * Math.Exp(-6 * progress)) + (0.01 * noise.At("loss").Normal()),
        [MetricNames.Entropy] = 0.8 + (1.8 * Math.Exp(-6 * progress)),
        [MetricNames.SampledTokens] = 0,
        [MetricNames.TrainedTokens] = 14_200,
        [MetricNames.TokensPerEpisode] = 7.1,
        [MetricNames.CallsPerEpisode] = 0.2,
    };

    /// <inheritdoc cref="Imitate"/>
    public static OrderedDictionary<string, double> Reinforce(double progress, Draw noise)
    {
        var accuracy = Accuracy(progress, noise.At("accuracy").Normal());
        var calls = 0.2 + (0.82 * Rise(progress, 0.25)) + (0.01 * noise.At("calls").Normal());
        var second = 0.6 * Rise(progress, 0.2) * (1 - Rise(progress, 0.5));
        return new()
        {
            [MetricNames.Seconds] = 2.2,
            [MetricNames.Episodes] = 512,
            [MetricNames.RewardTotal] = accuracy - (0.05 * second),
            [$"{MetricNames.RewardPrefix}correct"] = accuracy,
            [$"{MetricNames.RewardPrefix}tool-economy"] = -second,
            [MetricNames.Accuracy] = accuracy,
            [MetricNames.PolicyLoss] = -0.01,
            [MetricNames.Entropy] = 0.06 + (0.76 * (1 - Rise(progress, 0.3))) + (0.008 * noise.At("entropy").Normal()),
            [MetricNames.Kl] = Math.Max(0, (0.52 * Rise(progress, 0.4)) + (0.006 * noise.At("kl").Normal())),
            [MetricNames.SampledTokens] = 512 * 11,
            [MetricNames.TrainedTokens] = 512 * 11,
            [MetricNames.TokensPerEpisode] = 5.2 + (7.4 * Rise(progress, 0.25)) + (0.08 * noise.At("length").Normal()),
            [MetricNames.CallsPerEpisode] = calls,
        };
    }

    /// <summary>A share that rises from a tenth to nearly all.</summary>
    public static double Accuracy(double progress, double noise) =>
        Math.Clamp(0.11 + (0.882 * Rise(progress, 0.33)) + (0.018 * noise * (1.05 - progress)), 0, 1);

    private static double Rise(double progress, double half)
    {
        static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
        var (start, end) = (Logistic(-14 * half), Logistic(14 * (1 - half)));
        return (Logistic(14 * (progress - half)) - start) / (end - start);
    }
}
