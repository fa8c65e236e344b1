using System.CommandLine;
using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Lab.Policies;

namespace Lab.Cli;

/// <summary><c>lab play</c>: a person takes a seat in an environment.</summary>
internal sealed class PlayVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Option<bool> _verbose;
    private readonly Argument<string> _what = new("what") { Description = "An environment's kind, or an experiment file (.json) for its environment, tools, limits and rewards." };
    private readonly Option<string?> _as = new("--as") { Description = "Your seat at a game, by its role. Default: another one from match to match.", HelpName = "role" };
    private readonly Option<string?> _against = new("--against") { Description = "Who plays a game against you: perfect, uniform or a run folder, whose final policy does. Default: perfect where the game has an oracle.", HelpName = "player" };
    private readonly Option<ulong?> _seed = CommonOptions.Seed("Of the first problem; each one more has the next. Default: one from the clock, which is shown.");
    private readonly Option<double?> _difficulty = CommonOptions.Optional("--difficulty", "Of the problems, from 0 to 1. Default: the environment's own.", 0.0, 1.0);
    private readonly Option<int?> _problems = CommonOptions.Optional("--problems", "How many to play. Default: until the input ends.", 1, 1_000_000);
    private readonly Option<string[]> _plugins = CommonOptions.Plugins();

    public PlayVerb(Surroundings surroundings, Option<bool> verbose)
        : base("play", "Take a seat yourself: solve problems, use the tools, play games.")
    {
        (_surroundings, _verbose) = (surroundings, verbose);
        Add(_what);
        Add(_as);
        Add(_against);
        Add(_seed);
        Add(_difficulty);
        Add(_problems);
        Add(_plugins);
        SetAction(Play);
    }

    private async Task<int> Play(ParseResult parse)
    {
        var order = PlayOrder.Read(parse.GetRequiredValue(_what), parse.GetValue(_plugins), _surroundings);
        if (Run(parse.GetValue(_against), order) is not { } run)
        {
            return await Sit(parse, order, null);
        }

        return TorchEnvironment.IsPrepared
            ? await run.Use((trained, _) => Sit(parse, order, trained), CommonOptions.Level(parse, _verbose))
            : await WorkProcess.Run(_surroundings.Arguments, run.Threads);
    }

    private async Task<int> Sit(ParseResult parse, PlayOrder order, TrainedRun? run)
    {
        await using var host = await LabHost.Start(order.Catalog, CommonOptions.Level(parse, _verbose));
        var parts = order.Make(host.Services);
        var seed = parse.GetValue(_seed) ?? (ulong)(_surroundings.Time.GetUtcNow().ToUnixTimeSeconds() % 1_000_000);
        var difficulty = parse.GetValue(_difficulty) ?? parts.Difficulty;
        var (first, against, role) = (parts.Environment.Pose(seed, difficulty), parse.GetValue(_against), parse.GetValue(_as));
        if (first.Seats == 1 && (against ?? role) is not null)
        {
            throw new InvalidInputException(against is null ? _as.Name : _against.Name, $"'{parts.Kind}' has one seat");
        }

        var opponent = first.Seats == 1 ? null : run is null ? Script(against, parts) : new Opponent(against!, run.Player(temperature: 1), run.Generator);
        int? own = role is null ? null : Seat(role, SeatNames.Of(parts.Environment, first));
        _surroundings.Warn(order.Source, parts.Warnings);
        var view = new PlayView(_surroundings);
        view.Welcome(order.Environment, parts);
        await new PlayTable(parts, opponent, own, view).Play(seed, difficulty, parse.GetValue(_problems), host.Stopping);
        return ExitCode.Done;
    }

    /// <summary>The run to play against, if it is one.</summary>
    private OpenedRun? Run(string? against, PlayOrder order)
    {
        if (against is null or StrategyPlayer.PerfectName or StrategyPlayer.UniformName)
        {
            return null;
        }

        var path = _surroundings.Path(against);
        if (!Directory.Exists(path))
        {
            throw new InvalidInputException(_against.Name, Nearest.To(against, [StrategyPlayer.PerfectName, StrategyPlayer.UniformName]) is { } near
                ? $"'{Excerpt.Of(against)}': no such run folder; did you mean '{near}'?"
                : $"'{Excerpt.Of(against)}': no such run folder, and neither {StrategyPlayer.PerfectName} nor {StrategyPlayer.UniformName}");
        }

        var run = OpenedRun.Open(path);
        var kind = run.File.Catalog.For(run.File.Experiment.Environment).Kind;
        return kind == order.Environment.Kind ? run : throw new InvalidInputException(run.Folder.Path, $"its policy knows '{kind}', not '{order.Environment.Kind}'");
    }

    private Opponent Script(string? against, ExperimentParts parts) => (against, parts.Environment) switch
    {
        (_, not IGame) => throw new InvalidInputException(_against.Name, $"'{parts.Kind}' is no game: only a run's policy, by its folder, can take the other seats"),
        (null or StrategyPlayer.PerfectName, IHasOracle oracle) => new(StrategyPlayer.PerfectName, StrategyPlayer.Perfect(oracle), null),
        (StrategyPlayer.PerfectName, _) => throw new InvalidInputException(_against.Name, $"'{parts.Kind}' has no oracle: nobody knows how to play it perfectly"),
        _ => new(StrategyPlayer.UniformName, StrategyPlayer.Uniform(), null),
    };

    private int Seat(string role, EquatableArray<string> names)
    {
        var seat = names.Index().Where(name => name.Item.Equals(role, StringComparison.OrdinalIgnoreCase)).Select(name => name.Index + 1).FirstOrDefault();
        return seat > 0 ? seat - 1 : throw new InvalidInputException(_as.Name, $"no seat is called '{Excerpt.Of(role)}'; there are {string.Join(", ", names)}");
    }
}
