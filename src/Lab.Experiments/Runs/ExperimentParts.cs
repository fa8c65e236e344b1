using System.Text.Json;
using Lab.Core;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>The plugins of an experiment, made and put together.</summary>
public sealed class ExperimentParts
{
    private readonly List<InputError> _warnings = [];

    /// <summary>Makes what an experiment names.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plugins">Makes plugins.</param>
    /// <param name="decorators">Wrap each tool, the first innermost.</param>
    /// <param name="source">What to call the experiment in messages; its name where nothing is said.</param>
    /// <exception cref="InvalidInputException">One of them cannot be made for what its options say, such as a file that is missing.</exception>
    public ExperimentParts(Experiment experiment, PluginFactory plugins, IEnumerable<IToolDecorator> decorators, string? source = null)
    {
        source ??= experiment.Name;
        Kind = plugins.Catalog.For(experiment.Environment).Kind;
        Environment = Make<IEnvironment>(source, experiment.Environment, JsonPath.Root.Member("environment"), plugins);
        Problems = new(Environment, new(experiment.Environment.HeldOut));
        Difficulty = experiment.Environment.Difficulty;
        var own = Environment is IHasDocuments documents ? plugins.With(documents) : plugins;
        ITool[] tools = [.. experiment.Tools.Select((options, index) => Make<ITool>(source, options, JsonPath.Root.Member("tools").Item(index), own))];
        Tools = new(experiment.Tools.Zip(tools, (options, plain) =>
        {
            var kind = plugins.Catalog.For(options).Kind;
            return KeyValuePair.Create(kind, decorators.Aggregate(plain, (tool, decorator) => decorator.Decorate(kind, tool)));
        }));
        Rewards = [.. experiment.Rewards.Select((options, index) =>
            new WeightedReward(plugins.Catalog.For(options).Kind, options.Weight, Make<IReward>(source, options, JsonPath.Root.Member("rewards").Item(index), plugins)))];
        Scorer = new(Rewards);
        Made = [("$.environment", Environment), .. tools.Select((tool, index) => ($"$.tools[{index}]", (object)tool)), .. Rewards.Select((reward, index) => ($"$.rewards[{index}]", (object)reward.Reward))];
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

    public IReadOnlyList<WeightedReward> Rewards { get; }

    public Scorer Scorer { get; }

    public Referee Referee { get; }

    public Rollouts Rollouts { get; }

    /// <summary>What a person should know and what stops nothing, with its place in the file.</summary>
    public IReadOnlyList<InputError> Warnings => _warnings;

    /// <summary>A stage makes its algorithm's parts for itself, when it begins. That they can be made is asked before the run.</summary>
    /// <exception cref="InvalidInputException">One of them cannot be made.</exception>
    internal void TryAlgorithms(string source, Experiment experiment, PluginFactory plugins)
    {
        foreach (var (index, stage) in experiment.Stages.Index())
        {
            if (stage is ReinforceOptions { Algorithm: var algorithm })
            {
                var at = JsonPath.Root.Member("stages").Item(index).Member("algorithm");
                Make<IAdvantageEstimator>(source, algorithm.Estimator, at.Member("estimator"), plugins);
                Make<IPolicyLoss>(source, algorithm.PolicyLoss, at.Member("policyLoss"), plugins);
                Make<IBatchRule>(source, algorithm.Batch, at.Member("batch"), plugins);
                foreach (var (place, regularizer) in algorithm.Regularizers.Index())
                {
                    Make<IRegularizer>(source, regularizer, at.Member("regularizers").Item(place), plugins);
                }
            }
        }
    }

    private T Make<T>(string source, object options, JsonPath at, PluginFactory plugins)
    {
        try
        {
            var made = plugins.Create<T>(options);
            _warnings.AddRange((made as IHasWarnings)?.Warnings.Select(warning => new InputError(Place(at, warning.Option), warning.Message)) ?? []);
            return made;
        }
        catch (OptionException error)
        {
            throw new InvalidInputException(source, [new(Place(at, error.Option), error.Message)]);
        }
        catch (Exception error) when (error is not InvalidInputException)
        {
            // A plugin may be anybody's: that it cannot be made is said where the file names it.
            throw new InvalidInputException(source, [new(at.ToString(), $"'{plugins.Catalog.For(options).Kind}' cannot be made: {error.Message.ReplaceLineEndings(" ")}")], error);
        }
    }

    private static string Place(JsonPath at, string option) => at.Member(JsonNamingPolicy.CamelCase.ConvertName(option)).ToString();

    /// <summary>What the plugins need from outside of this process and do not find.</summary>
    public IEnumerable<InputError> Missing() => Made
        .Select(made => (made.Path, Why: (made.Plugin as IReadiness)?.NotReady()))
        .Where(missing => missing.Why is not null)
        .Select(missing => new InputError(missing.Path, missing.Why!));
}
