using System.Globalization;
using Lab.Experiments;

namespace Lab.Cli;

/// <summary>What happens in a run, each in one line.</summary>
internal static class RunLines
{
    public const string Stopping = "stopping, and saving what was learned";

    public static string Start(RunView view) => $"{view.Experiment.Name}: {Setting(view)}";

    /// <summary>What it runs with: the seed, the machine, how it repeats, the size of the policy.</summary>
    public static string Setting(RunView view) => view.Resolution is { } found
        ? string.Create(CultureInfo.InvariantCulture, $"seed {view.Experiment.Seed}, {found.ActualDevice}, {found.Threads} thread{(found.Threads == 1 ? "" : "s")}, {Name(found.Regime)}, {Format.Count(view.Parameters)} parameters")
        : string.Create(CultureInfo.InvariantCulture, $"seed {view.Experiment.Seed}, preparing");

    public static string Iteration(StageView stage, TimeSpan now)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{stage.Label} {stage.Done}/{stage.Iterations}: {string.Join(", ", Numbers(stage))}");
        return stage.Left(now) is { Ticks: > 0 } left ? $"{line}, {Format.Duration(left)} left" : line;
    }

    public static string Evaluation(EvaluationResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.When}: {Name(result.Sampling)} {Outcome(result)}, {result.TokensPerEpisode:0.0} tokens an episode");

    private static string Outcome(EvaluationResult result)
    {
        var share = string.Create(CultureInfo.InvariantCulture, $"({Format.Share(result.Low)} to {Format.Share(result.High)}) of {result.Problems}");
        return result.Game is null
            ? $"{Format.Share(result.Accuracy)} correct {share}"
            : $"{Achievement.Of(result).Name} {Achievement.Of(result).Figure}, won {Format.Share(result.Accuracy)} {share} against uniform play";
    }

    /// <summary>What is wrong now and was not before, then what was and is no more.</summary>
    /// <param name="happened">What stands now.</param>
    /// <param name="before">What stood before it.</param>
    public static IEnumerable<string> Advice(RunEvent.Advised happened, IReadOnlyList<Alarm> before) =>
    [
        .. happened.Alarms.Except(before).Select(alarm => string.Create(CultureInfo.InvariantCulture, $"! {alarm.Stage} {alarm.Iteration}: {alarm.Title}. {alarm.Explanation} {alarm.Remedy}")),
        .. before.Except(happened.Alarms).Select(alarm => string.Create(CultureInfo.InvariantCulture, $"{alarm.Stage} {happened.Iteration}: no longer: {alarm.Title}")),
    ];

    /// <summary>An enumeration's value as the files have it.</summary>
    public static string Name<T>(T value) => value?.ToString()?.ToLowerInvariant() ?? "";

    private static IEnumerable<string> Numbers(StageView stage)
    {
        if (stage.Imitates)
        {
            yield return $"loss {Format.Number(stage[MetricNames.Loss])}";
            yield return $"demonstrations {Format.Share(stage[MetricNames.Accuracy] ?? 0)} correct";
        }
        else
        {
            yield return $"{Format.Share(stage[MetricNames.Accuracy] ?? 0)} {(stage.IsGame ? "won" : "correct")}";
            yield return $"reward {Format.Number(stage[MetricNames.RewardTotal])}";
            yield return $"entropy {Format.Number(stage[MetricNames.Entropy])}";
            yield return $"KL {Format.Number(stage[MetricNames.Kl])}";
        }

        if (stage.HeldOut is { } heldOut && stage.Metrics.Keys.Any(name => name.StartsWith("evaluation.", StringComparison.Ordinal)))
        {
            yield return stage.IsGame ? heldOut : $"held out {heldOut}";
        }

        yield return $"{Format.Count(stage[MetricNames.TokensPerSecond] ?? 0)} tokens/s";
    }
}
