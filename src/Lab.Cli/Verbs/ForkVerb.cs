using System.CommandLine;
using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Cli;

/// <summary><c>lab fork</c>: a new run that shares another's past up to an iteration and differs by a change from there on.</summary>
internal sealed class ForkVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Option<bool> _verbose;
    private readonly Argument<string> _run = CommonOptions.Run();
    private readonly Option<string> _at = new("--at") { Description = "Where to branch off: iterations done, such as reinforce/20. A number alone is of the last stage.", HelpName = "stage/iteration", Required = true };
    private readonly Option<string[]> _set = new("--set") { Description = "What differs from there on, such as stages.reinforce.learningRate=0.0003.", HelpName = "path=value" };
    private readonly Option<string?> _output = new("--output") { Description = "Where the run folder is made. Default: beside the run's own.", HelpName = "folder" };
    private readonly Option<bool> _plain = CommonOptions.Plain();
    private readonly Option<bool> _json = CommonOptions.Json("Print the report as one line of JSON and nothing else.");

    public ForkVerb(Surroundings surroundings, Option<bool> verbose)
        : base("fork", "Run again from an iteration of a run, with something changed.")
    {
        (_surroundings, _verbose) = (surroundings, verbose);
        Add(_run);
        Add(_at);
        Add(_set);
        Add(_output);
        Add(_plain);
        Add(_json);
        SetAction(Fork);
    }

    private async Task<int> Fork(ParseResult parse)
    {
        var folder = RunFolder.Open(_surroundings.Path(parse.GetRequiredValue(_run)));
        var parent = new StoredRun(folder, RunFile.Read(folder).Experiment);
        string[] changes = [.. parse.GetValue(_set) ?? []];
        var after = ExperimentFile.Read(folder.Experiment, changes);
        string fork;
        await using (var host = await LabHost.Start(after.Catalog))
        {
            var planner = host.Services.GetRequiredService<ForkPlanner>();
            var at = planner.Locate(parent, parse.GetRequiredValue(_at), "--at");
            var source = string.Join(' ', changes.Select(change => $"--set {Excerpt.Of(change)}"));
            planner.Check(parent, after.Experiment, at, source);
            _surroundings.Warn(folder.Experiment, await host.Services.GetRequiredService<RunPlanner>().Check(after.Experiment, source, host.Stopping, parent));
            var where = parse.GetValue(_output) is { } output ? Path.GetFullPath(output, _surroundings.Folder) : Path.GetDirectoryName(Path.GetFullPath(folder.Path))!;
            fork = planner.Create(parent, after.Experiment, at, [.. changes], ShownPath.Of(where)).Path;
        }

        return await RunProcess.Work(fork, after.Experiment.Resolved!.Threads, CommonOptions.Given(parse, _plain, _json, _verbose), _surroundings);
    }
}
