namespace Lab.Hosting;

/// <summary>How the sandbox is kept. None of it can change a verdict, the clock apart.</summary>
public sealed record SandboxPoolOptions
{
    /// <summary>Where the worker's files are.</summary>
    public string Folder { get; init; } = AppContext.BaseDirectory;

    /// <summary>Processes at most.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>What a worker's heap may hold, in bytes: several times what a program may allocate.</summary>
    public long HeapBytes { get; init; } = 256 << 20;

    /// <summary>How long one order may take, however many calls it asks for. Programs that keep to their counts take a small part of it.</summary>
    public TimeSpan Tripwire { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a worker may take to start.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);
}
