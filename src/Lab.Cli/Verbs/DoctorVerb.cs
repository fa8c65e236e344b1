using System.CommandLine;
using System.Text.Json;
using Lab.Experiments;
using Lab.Hosting;
using Lab.Policies;

namespace Lab.Cli;

/// <summary><c>lab doctor</c>: loads torch and says what it finds, or why it cannot be loaded and what helps.</summary>
internal sealed class DoctorVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Option<bool> _json = CommonOptions.Json();

    public DoctorVerb(Surroundings surroundings)
        : base("doctor", "Look at this machine: is everything there, and how fast is it?")
    {
        _surroundings = surroundings;
        Add(_json);
        SetAction(Examine);
    }

    private async Task<int> Examine(ParseResult parse, CancellationToken stop)
    {
        var machine = Workplace.Find(_surroundings.Folder).Machine;
        if (!TorchEnvironment.IsPrepared)
        {
            return await WorkProcess.Run(_surroundings.Arguments, machine.Threads == 0 ? Environment.ProcessorCount : machine.Threads);
        }

        var report = await MachineReport.Make(machine, stop);
        if (parse.GetValue(_json))
        {
            _surroundings.Out.WriteLine(JsonSerializer.Serialize(report, RecordJson.Line));
        }
        else
        {
            _surroundings.Console.Write(MachineTable.Of(report));
        }

        if (report.Torch is null)
        {
            _surroundings.Error.WriteLine($"torch cannot be loaded: {report.Reason}; {report.Remedy}");
            return ExitCode.Failed;
        }

        return ExitCode.Done;
    }
}
