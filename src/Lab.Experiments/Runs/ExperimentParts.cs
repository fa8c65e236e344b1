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
    /// <exception cref="InvalidInputException">One of them cannot be made for what its options say, such as a file that is missing.</exception>
    public ExperimentParts(Experiment experiment, PluginFactory plugins, IEnumerable<IToolDecorator> decorators)
    {
        Kind = plugins.Catalog.For(experiment.Environment).Kind;
        Environment = Make<IEnvironment>(experiment.Name, experiment.Environment, JsonPath.Root.Member("environment"), plugins);
        Problems = new(Environment, new(experiment.Environment.HeldOut));
        Difficulty = experiment.Environment.Difficulty;
        var own = Environment is IHasDocuments documents ? plugins.With(documents) : plugins;
        Tools = new(experiment.Tools.Select((options, index) =>
        {
            var kind = plugins.Catalog.For(options).Kind;
            var made = Make<ITool>(experiment.Name, options, JsonPath.Root.Member("tools").Item(index), own);
            return KeyValuePair.Create(kind, decorators.Aggregate(made, (tool, decorator) => decorator.Decorate(kind, tool)));
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

    /// <summary>What a person should know and what stops nothing, with its place in the file.</summary>
    public IReadOnlyList<InputError> Warnings => _warnings;

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
    }

    private static string Place(JsonPath at, string option) => at.Member(JsonNamingPolicy.CamelCase.ConvertName(option)).ToString();
}
