using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>What a run found on its machine; written into the run's experiment.json, not read from an experiment file.</summary>
public sealed record Resolution
{
    /// <summary>The lab's version.</summary>
    public required string Lab { get; init; }

    /// <summary>The version of .NET.</summary>
    public required string Runtime { get; init; }

    /// <summary>The git commit that the experiment was run from, where there is one.</summary>
    public string? Commit { get; init; }

    /// <summary>The files that the problems and tools are made of, as they were when the run was planned.</summary>
    public EquatableArray<DataFile> Data { get; init; } = [];

    /// <summary>The device asked for.</summary>
    public required DeviceChoice Device { get; init; }

    /// <summary>Threads for torch.</summary>
    public required int Threads { get; init; }

    /// <summary>The device in use; null until the run's process has started.</summary>
    public string? ActualDevice { get; init; }

    /// <summary>TorchSharp's version; null until the run's process has started.</summary>
    public string? Torch { get; init; }

    /// <summary>The processor's name; null until the run's process has started.</summary>
    public string? Processor { get; init; }

    /// <summary>What makes it repeat bit for bit (docs/bits.md); null until the run's process has started.</summary>
    public Regime? Regime { get; init; }

    /// <summary>What stopped nothing and a reader of the run should know, such as lines of a data file that were left out.</summary>
    public EquatableArray<string> Warnings { get; init; } = [];
}
