using Lab.Core;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>The plugins of an experiment, made and put together.</summary>
public sealed class ExperimentParts
{
    /// <summary>Makes what an experiment names.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plugins">Makes plugins.</param>
    /// <param name="decorators">Wrap each tool, the first innermost.</param>
    public ExperimentParts(Experiment experiment, PluginFactory plugins, IEnumerable<IToolDecorator> decorators)
    {
        Kind = plugins.Catalog.For(experiment.Environment).Kind;
        Environment = plugins.Create<IEnvironment>(experiment.Environment);
        Problems = new(Environment, new(experiment.Environment.HeldOut));
        Difficulty = experiment.Environment.Difficulty;
        ITool[] tools = [.. experiment.Tools.Select(plugins.Create<ITool>)];
        Tools = new(experiment.Tools.Zip(tools, (options, plain) =>
        {
            var kind = plugins.Catalog.For(options).Kind;
            return KeyValuePair.Create(kind, decorators.Aggregate(plain, (tool, decorator) => decorator.Decorate(kind, tool)));
        }));
        WeightedReward[] rewards = [.. experiment.Rewards.Select(options => new WeightedReward(plugins.Catalog.For(options).Kind, options.Weight, plugins.Create<IReward>(options)))];
        Scorer = new(rewards);
        Made = [("$.environment", Environment), .. tools.Select((tool, index) => ($"$.tools[{index}]", (object)tool)), .. rewards.Select((reward, index) => ($"$.rewards[{index}]", (object)reward.Reward))];
        Referee = new(Kind, Environment, Tools, experiment.Limits);
        Rollouts = new(Referee, Scorer);
    }

    /// <summary>The plugins themselves, without decorators, and where in the experiment they stand.</summary>
    private IReadOnlyList<(string Path, object Plugin)> Made { get; }

    /// <summary>The environment's kind.</summary>
    public string Kind { get; }

    public IEnvironment Environment { get; }

    public ProblemSource Problems { get; }

    public double Difficulty { get; }

    public Toolbox Tools { get; }

    public Scorer Scorer { get; }

    public Referee Referee { get; }

    public Rollouts Rollouts { get; }

    /// <summary>What the plugins need from outside of this process and do not find.</summary>
    public IEnumerable<InputError> Missing() => Made
        .Select(made => (made.Path, Why: (made.Plugin as IReadiness)?.NotReady()))
        .Where(missing => missing.Why is not null)
        .Select(missing => new InputError(missing.Path, missing.Why!));
}
