using System.CommandLine;
using Lab.Experiments;
using Lab.Hosting;
using Lab.Policies;

namespace Lab.Cli;

/// <summary><c>lab work</c>: works through a run folder; what <c>lab run</c> and <c>lab resume</c> start as the run's own process.</summary>
internal sealed class WorkVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Option<bool> _verbose;
    private readonly Argument<string> _run = new("run") { Description = "A run folder that is not finished." };
    private readonly Option<bool> _plain = CommonOptions.Plain();
    private readonly Option<bool> _json = CommonOptions.Json("Print the report as one line of JSON and nothing else.");

    private readonly Option<bool> _member = new("--member") { Description = "Leave out plain lines and the summary: a comparison speaks for its runs." };

    public WorkVerb(Surroundings surroundings, Option<bool> verbose)
        : base("work", "Work through a run folder, from where it is to its end.")
    {
        (_surroundings, _verbose) = (surroundings, verbose);
        Hidden = true;
        Add(_run);
        Add(_plain);
        Add(_json);
        Add(_member);
        SetAction(Work);
    }

    private async Task<int> Work(ParseResult parse)
    {
        var folder = RunFolder.Open(_surroundings.Path(parse.GetRequiredValue(_run)));
        var file = RunHost.Open(folder);
        if (!TorchEnvironment.IsPrepared)
        {
            return await WorkProcess.Run(_surroundings.Arguments, file.Experiment.Resolved!.Threads);
        }

        var json = parse.GetValue(_json);
        var least = CommonOptions.Level(parse, _verbose);
        Task<WorkedRun> Run(IRunWatcher watcher) => RunHost.Work(folder, file, watcher, least);
        var member = parse.GetValue(_member);
        var worked = member && (parse.GetValue(_plain) || !_surroundings.IsTerminal) ? await Run(new NoProgress())
            : json ? await Run(new PlainProgress(file.Experiment, _surroundings.Error, _surroundings.Time))
            : parse.GetValue(_plain) || !_surroundings.IsTerminal ? await Run(new PlainProgress(file.Experiment, _surroundings.Out, _surroundings.Time))
            : await LiveProgress.Watch(file.Experiment, _surroundings.Console, _surroundings.Time, Run);
        if (member)
        {
            // Its report is in its folder.
        }
        else if (json)
        {
            ReportJson.Write(folder, worked.Report, _surroundings.Out);
        }
        else
        {
            RunSummary.Write(folder, worked, _surroundings);
        }

        return worked.Report.Status == RunStatus.Interrupted ? ExitCode.Interrupted : ExitCode.Done;
    }
}
