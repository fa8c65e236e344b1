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
        Tools = new(experiment.Tools.Select(options =>
        {
            var kind = plugins.Catalog.For(options).Kind;
            return KeyValuePair.Create(kind, decorators.Aggregate(plugins.Create<ITool>(options), (tool, decorator) => decorator.Decorate(kind, tool)));
        }));
        Scorer = new([.. experiment.Rewards.Select(options => new WeightedReward(plugins.Catalog.For(options).Kind, options.Weight, plugins.Create<IReward>(options)))]);
        Referee = new(Kind, Environment, Tools, experiment.Limits);
        Rollouts = new(Referee, Scorer);
    }

    /// <summary>The environment's kind.</summary>
    public string Kind { get; }

    public IEnvironment Environment { get; }

    public ProblemSource Problems { get; }

    public double Difficulty { get; }

    public Toolbox Tools { get; }

    public Scorer Scorer { get; }

    public Referee Referee { get; }

    public Rollouts Rollouts { get; }
}
