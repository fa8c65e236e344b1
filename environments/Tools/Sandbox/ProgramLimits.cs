using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

/// <summary>What a policy's program may use, as options of whoever runs it. <see cref="SandboxLimits"/> says what each does not cover.</summary>
public sealed record ProgramLimits
{
    [Description("Statements and calls; long loops inside of built-in functions count too.")]
    [Range(1, 10_000_000)]
    public int Statements { get; init; } = 20_000;

    [Description("Bytes allocated in all, in use or not.")]
    [Range(500_000, 67_108_864)]
    public int Bytes { get; init; } = 2_097_152;

    [Description("Calls of one function inside of each other.")]
    [Range(1, 5_000)]
    public int Depth { get; init; } = 1_000;

    [Description("Characters printed, or of a returned value.")]
    [Range(1, 10_000)]
    public int Output { get; init; } = 2_000;

    [Description("Characters of the program.")]
    [Range(1, 50_000)]
    public int Source { get; init; } = 2_000;

    internal SandboxLimits ToLimits() => new(Statements, Bytes, Depth, Output, Source);
}
