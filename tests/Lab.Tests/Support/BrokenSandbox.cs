using Lab.Core;

namespace Lab.Tests;

/// <summary>A sandbox that is not there.</summary>
internal sealed class BrokenSandbox : ISandbox
{
    private const string Reason = "it is not there";

    public int Tripped { get; set; }

    public SandboxResult Run(string program, SandboxLimits limits, CancellationToken stop = default) => throw new SandboxException(Reason);

    public IReadOnlyList<SandboxResult> Call(string program, string function, IReadOnlyList<string> arguments, SandboxLimits limits, CancellationToken stop = default) => throw new SandboxException(Reason);

    public string? NotReady() => Reason;
}
