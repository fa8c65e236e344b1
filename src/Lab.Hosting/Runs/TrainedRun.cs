using Lab.Core;
using Lab.Experiments;
using Lab.Policies;

namespace Lab.Hosting;

/// <summary>The policy that a run ended with, and the problems, tools and rewards that it learned with.</summary>
public sealed class TrainedRun : IAsyncDisposable
{
    private readonly RunFolder _folder;
    private readonly Experiment _experiment;
    private readonly ExperimentParts _parts;
    private readonly TorchRuntime _torch;
    private readonly Policy _policy;

    private TrainedRun(RunFolder folder, Experiment experiment, ExperimentParts parts, TorchRuntime torch, Policy policy) =>
        (_folder, _experiment, _parts, _torch, _policy) = (folder, experiment, parts, torch, policy);

    /// <summary>Loads a run's final weights.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="experiment">Its experiment.</param>
    /// <param name="plugins">Makes what the experiment names.</param>
    /// <param name="decorators">Wrap each tool.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="InvalidInputException">The weights are missing or damaged.</exception>
    /// <exception cref="TorchUnavailableException">Torch cannot be loaded.</exception>
    public static async Task<TrainedRun> Load(
        RunFolder folder, Experiment experiment, PluginFactory plugins, IEnumerable<IToolDecorator> decorators, CancellationToken stop)
    {
        var model = new ModelFolder(folder.Final);
        var files = model.Read();
        var torch = await TorchRuntime.Start(experiment.Resolved!.Device, experiment.Resolved.Threads).ConfigureAwait(false);
        try
        {
            var policy = await Policy.Load(torch.Thread, torch.Device, files, model.Weights, stop).ConfigureAwait(false);
            return new(folder, experiment, new(experiment, plugins, decorators), torch, policy);
        }
        catch
        {
            torch.Dispose();
            throw;
        }
    }

    /// <summary>Measures the policy on held-out problems, in one way after the other: with as many as the run's own evaluation, with the run's own results.</summary>
    /// <exception cref="InvalidInputException">The data that its problems are made of has changed: what was held out would no longer be.</exception>
    public async Task<IReadOnlyList<EvaluationResult>> Evaluate(int problems, IEnumerable<Sampling> samplings, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(samplings);
        DataFiles.Require(_experiment, _experiment, _folder.Path);

        // The places in the tree of randomness where the run itself evaluated.
        var draw = Draw.From(_experiment.Seed).At("evaluation");
        var posed = Math.Max(problems, Math.Max(_experiment.Evaluation.Problems, _experiment.Evaluation.EveryProblems));
        var evaluator = new Evaluator(_parts, _experiment.Limits, _parts.Problems.Evaluate(posed, draw.At("problems"), _parts.Difficulty), draw.At("episodes"));
        var results = new List<EvaluationResult>();
        foreach (var sampling in samplings)
        {
            var (result, _) = await evaluator.Evaluate(_policy, "final", sampling, problems, new Dictionary<string, Policy>(), stop).ConfigureAwait(false);
            results.Add(result);
        }

        return results;
    }

    /// <summary>The problem that a person's prompt poses.</summary>
    /// <exception cref="InvalidInputException">It poses none, or the environment reads no prompts.</exception>
    public Problem Read(string prompt)
    {
        if (_parts.Environment is not IReadsPrompts reader)
        {
            throw new InvalidInputException("prompt", $"environment '{_parts.Kind}' reads no prompts");
        }

        return reader.Read(prompt, out var error) ?? throw new InvalidInputException($"prompt '{Excerpt.Of(prompt)}'", error ?? "poses no problem");
    }

    /// <summary>What the policy samples from: whoever plays with it attends here (<see cref="Wave"/>).</summary>
    public IGenerator Generator => _policy.Generator;

    /// <summary>The policy as somebody who takes a seat.</summary>
    /// <param name="temperature">Divides the logits; 0 is greedy.</param>
    public IPlayer Player(double temperature) => new PolicyPlayer(_policy.Generator, _policy.Renderer, temperature);

    /// <summary>Plays a problem a number of times, with the policy on every seat.</summary>
    /// <param name="problem">What is played.</param>
    /// <param name="attempts">How often.</param>
    /// <param name="temperature">Divides the logits; 0 is greedy.</param>
    /// <param name="seed">Of the sampled answers.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The episodes, scored: a seat's attempts, then the next seat's.</returns>
    public async Task<IReadOnlyList<Episode>> Sample(Problem problem, int attempts, double temperature, ulong seed, CancellationToken stop)
    {
        var groups = await _parts.Rollouts.Collect([problem], attempts, Player(temperature), _policy.Generator, Draw.From(seed).At("sample"), stop).ConfigureAwait(false);
        return [.. groups.SelectMany(group => group.Episodes)];
    }

    public async ValueTask DisposeAsync()
    {
        await _policy.DisposeAsync().ConfigureAwait(false);
        _torch.Dispose();
    }
}
