using System.CommandLine;
using Lab.Experiments;
using Lab.Hosting;

namespace Lab.Cli;

/// <summary><c>lab resume</c>: goes on with a run that was interrupted, has failed or has died, in a process of its own.</summary>
internal sealed class ResumeVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Option<bool> _verbose;
    private readonly Argument<string> _run = CommonOptions.Run();
    private readonly Option<bool> _plain = CommonOptions.Plain();
    private readonly Option<bool> _json = CommonOptions.Json("Print the report as one line of JSON and nothing else.");

    public ResumeVerb(Surroundings surroundings, Option<bool> verbose)
        : base("resume", "Go on with a run that was stopped, from its last good checkpoint.")
    {
        (_surroundings, _verbose) = (surroundings, verbose);
        Add(_run);
        Add(_plain);
        Add(_json);
        SetAction(Resume);
    }

    private Task<int> Resume(ParseResult parse)
    {
        var folder = RunFolder.Open(_surroundings.Path(parse.GetRequiredValue(_run)));
        var file = RunHost.Open(folder);
        return RunProcess.Work(folder.Path, file.Experiment.Resolved!.Threads, CommonOptions.Given(parse, _plain, _json, _verbose), _surroundings);
    }
}
