using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>The evaluations that an experiment asks for: after each stage and, of fewer problems, during stages.</summary>
internal sealed class Evaluations(
    RunFolder folder, CoursePart part, ExperimentParts parts, Policy policy, RunLog log, Draw draw, IReadOnlyList<EvaluationResult> before)
{
    private static readonly IReadOnlyDictionary<string, Policy> s_none = new Dictionary<string, Policy>();

    private readonly EvaluationOptions _options = part.Experiment.Evaluation;
    private readonly List<EvaluationResult> _results = [.. before];
    private readonly Evaluator _evaluator = new(
        parts,
        part.Experiment.Limits,
        parts.Problems.Evaluate(Math.Max(part.Experiment.Evaluation.Problems, part.Experiment.Evaluation.EveryProblems), draw.At("problems"), parts.Difficulty),
        draw.At("episodes"));

    /// <summary>Those after stages.</summary>
    public IReadOnlyList<EvaluationResult> Results => _results;

    /// <summary>The merit of the policy after the last iteration, sampled where that was measured; null where nothing was.</summary>
    public double? Latest { get; private set; }

    /// <summary>Evaluates at the end of a stage and keeps the episodes.</summary>
    public async Task After(string stage, CancellationToken stop)
    {
        Latest = null;
        var loaded = new LoadedPolicies(policy);
        await using var unloading = loaded.ConfigureAwait(false);
        var older = new OrderedDictionary<string, Policy>();
        foreach (var path in parts.Environment is IGame ? OlderPolicies.Of(folder, part.Plan, policy.Version) : [])
        {
            older.Add(Path.GetFileName(path), await loaded.Load(path, stop).ConfigureAwait(false));
        }

        foreach (var sampling in _options.Sampling)
        {
            var (result, episodes) = await _evaluator.Evaluate(policy, $"after {stage}", sampling, _options.Problems, older, stop).ConfigureAwait(false);
            _results.Add(result);
            log.WriteEpisodes(EpisodeFile(stage, sampling), episodes);
            log.Tell(new RunEvent.Evaluated(result));
        }
    }

    /// <summary>Evaluates in the middle of a stage, where the iteration is one of those asked for.</summary>
    public async Task<IReadOnlyList<EvaluationResult>> During(int iteration, CancellationToken stop)
    {
        var results = new List<EvaluationResult>();
        if (_options.Every > 0 && iteration % _options.Every == 0)
        {
            foreach (var sampling in _options.Sampling)
            {
                results.Add((await _evaluator.Evaluate(policy, $"iteration {iteration}", sampling, _options.EveryProblems, s_none, stop).ConfigureAwait(false)).Result);
            }
        }

        Latest = results.MinBy(result => result.Sampling)?.Merit;
        return results;
    }

    /// <summary>The name of the file with a stage's evaluated episodes, without its ending.</summary>
    public static string EpisodeFile(string stage, Sampling sampling) => $"evaluation-{stage}-{sampling.Name()}";
}
