using System.CommandLine;
using System.Text.Json;
using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Lab.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Cli;

/// <summary><c>lab replay</c>: plays an episode of a run again, from the weights that sampled it, and shows that it is the same.</summary>
internal sealed class ReplayVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Option<bool> _verbose;
    private readonly Argument<string> _run = CommonOptions.Run();
    private readonly Argument<string> _iteration = new("iteration") { Description = "Such as reinforce/20. A number alone is of the last stage." };
    private readonly Argument<int> _episode = new("episode") { Description = "Its place among the iteration's episodes, from 1: by problem, seat and attempt." };
    private readonly Option<bool> _json = CommonOptions.Json();

    public ReplayVerb(Surroundings surroundings, Option<bool> verbose)
        : base("replay", "Play an episode of a run again and show that it is the same, bit for bit.")
    {
        (_surroundings, _verbose) = (surroundings, verbose);
        _episode.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number > 0))
            {
                result.AddError($"<episode>: must be a number from 1, not '{Excerpt.Of(token.Value)}'");
            }
        });
        Add(_run);
        Add(_iteration);
        Add(_episode);
        Add(_json);
        SetAction(Replay);
    }

    private async Task<int> Replay(ParseResult parse)
    {
        var folder = RunFolder.Open(_surroundings.Path(parse.GetRequiredValue(_run)));
        var file = RunFile.Read(folder);
        var at = await Locate(folder, file, parse.GetRequiredValue(_iteration));
        if (!TorchEnvironment.IsPrepared)
        {
            return await WorkProcess.Run(_surroundings.Arguments, file.Experiment.Resolved!.Threads);
        }

        var quiet = new PlainProgress(file.Experiment, TextWriter.Null, _surroundings.Time);
        var replayed = await ReplayHost.Replay(folder, file, at, parse.GetValue(_episode), quiet, CommonOptions.Level(parse, _verbose));
        if (parse.GetValue(_json))
        {
            _surroundings.Out.WriteLine(JsonSerializer.Serialize(new { Run = folder.Path, replayed.Episode, Kept = replayed.Stored is not null, replayed.Difference }, RecordJson.Line));
        }
        else
        {
            TranscriptView.Write([replayed.Episode], _surroundings.Console);
            _surroundings.Out.WriteLine();
            _surroundings.Out.WriteLine(Judge(replayed));
        }

        return replayed.Difference is null ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<Position> Locate(RunFolder folder, ExperimentFile file, string iteration)
    {
        await using var host = await LabHost.Start(file.Catalog);
        var at = host.Services.GetRequiredService<ForkPlanner>().Locate(new(folder, file.Experiment), iteration, "<iteration>");
        return at.Iteration > 0 ? at : throw new InvalidInputException("<iteration>", "iterations count from 1");
    }

    private static string Judge(ReplayedEpisode replayed) => replayed switch
    {
        { Stored: null } => "the run kept no episode here to compare with",
        { Difference: { } difference } => $"not the episode that the run kept: {difference}",
        { Episode.SaidTokens: 0 } => "the same as the run's; nothing in it was sampled",
        { Episode: var episode } => $"the same as the run's: {episode.SaidTokens} sampled tokens and the bits of their log-probabilities",
    };
}
