using Lab.Experiments;
using Lab.Policies;

namespace Lab.Tests;

/// <summary>A run as its watchers hear of it, with numbers made up for the purpose.</summary>
internal static class ScriptedRun
{
    public static Experiment Experiment { get; } = new() { Name = "quickstart", Environment = new SumsOptions(), Stages = [] };

    public static Alarm Collapse { get; } = new("reinforce", 10, Cause.EntropyCollapsed, "entropy collapsed", "It is 0.004.", "Raise the temperature.");

    public static Alarm Cut { get; } = new("reinforce", 3, Cause.AnswersCutOff, "answers cut off", "25 % end at the [limit].", "Raise limits.tokens.");

    /// <summary>Events with the seconds that pass before each.</summary>
    public static IEnumerable<(double Seconds, RunEvent Event)> Events()
    {
        yield return (1.5, new RunEvent.Prepared(
            new() { Lab = "1.0.0", Runtime = ".NET 10", Device = DeviceChoice.Auto, Threads = 2, ActualDevice = "cpu", Regime = Regime.Invariant },
            462336));
        yield return (0.5, new RunEvent.StageStarted("imitate", 4));
        for (var iteration = 1; iteration <= 4; iteration++)
        {
            yield return (0.75, new RunEvent.IterationDone("imitate", iteration, 4, new()
            {
                [MetricNames.Accuracy] = 0.171,
                [MetricNames.Loss] = 4.0 / iteration,
                [MetricNames.SampledTokens] = 0,
                [MetricNames.TokensPerSecond] = 48213.4,
            }));
        }

        yield return (1, Evaluated("after imitate", Sampling.Sampled, 0.112, 0.087, 0.143));
        yield return (1, Evaluated("after imitate", Sampling.Greedy, 0.084, 0.063, 0.112));
        yield return (0, new RunEvent.StageStarted("reinforce", 40));
        for (var iteration = 1; iteration <= 3; iteration++)
        {
            var metrics = new OrderedDictionary<string, double>
            {
                [MetricNames.Accuracy] = 0.3 * iteration,
                [MetricNames.RewardTotal] = 0.29 * iteration,
                [MetricNames.SampledTokens] = 5000,
                [MetricNames.Entropy] = 0.5123,
                [MetricNames.Kl] = double.NaN,
                [MetricNames.TokensPerSecond] = 52000,
            };
            if (iteration == 2)
            {
                metrics[MetricNames.Evaluation(Sampling.Sampled)] = 0.64;
                metrics[MetricNames.Evaluation(Sampling.Greedy)] = 0.98;
            }

            yield return (2, new RunEvent.IterationDone("reinforce", iteration, 40, metrics));
        }
    }

    private static RunEvent.Evaluated Evaluated(string when, Sampling sampling, double accuracy, double low, double high) =>
        new(new(when, 500, sampling, accuracy, low, high, 6.25, 0.2, 0));
}
