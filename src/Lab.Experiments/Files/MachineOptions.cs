using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>experiments.json: what a bare <c>lab run</c> starts, and the defaults of this machine.</summary>
public sealed record MachineOptions
{
    [JsonPropertyName("$schema")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Where editors find the schema.")]
    public string? Schema { get; init; }

    [Description("Experiment files that a bare run starts, one after the other, as paths beside this file.")]
    public EquatableArray<string> Run { get; init; } = [];

    [Description("Processor threads for torch; 0 takes every processor.")]
    [Range(0, 1024)]
    public int Threads { get; init; }

    [Description("Where torch computes: auto, cpu or cuda.")]
    public DeviceChoice Device { get; init; }

    [Description("The folder that run folders are made in.")]
    [MinLength(1)]
    public string Runs { get; init; } = "runs";
}
