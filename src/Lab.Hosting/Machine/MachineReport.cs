using System.Runtime.InteropServices;
using Lab.Core;
using Lab.Experiments;
using Lab.Policies;

namespace Lab.Hosting;

/// <summary>What the lab finds on this machine.</summary>
public sealed record MachineReport
{
    /// <summary>The lab's version.</summary>
    public required string Lab { get; init; }

    /// <summary>The version of .NET.</summary>
    public string Runtime { get; init; } = RuntimeInformation.FrameworkDescription;

    /// <summary>The operating system and the process's platform.</summary>
    public string System { get; init; } = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}";

    /// <summary>The processor's name.</summary>
    public required string Processor { get; init; }

    /// <summary>Processors that this process may use.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;

    /// <summary>Memory that this process may use, in bytes.</summary>
    public long Memory { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>What was loaded; null where torch cannot be loaded.</summary>
    public TorchReport? Torch { get; init; }

    /// <summary>Why torch cannot be loaded; null where it can.</summary>
    public string? Reason { get; init; }

    /// <summary>What helps; null where torch can be loaded.</summary>
    public string? Remedy { get; init; }

    /// <summary>Looks at the machine: loads torch, probes the default policy, times one product of matrices.</summary>
    /// <param name="machine">Device and threads.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="InvalidInputException">CUDA is asked for, and there is none.</exception>
    public static async Task<MachineReport> Make(MachineOptions machine, CancellationToken stop)
    {
        var report = new MachineReport { Lab = LabVersion.Read(), Processor = ProcessorName.Read() };
        try
        {
            using var runtime = await TorchRuntime.Start(machine.Device, machine.Threads).ConfigureAwait(false);
            return report with { Torch = await TorchReport.Make(runtime, stop).ConfigureAwait(false) };
        }
        catch (TorchUnavailableException error)
        {
            return report with { Reason = error.Reason, Remedy = error.Remedy };
        }
    }
}
