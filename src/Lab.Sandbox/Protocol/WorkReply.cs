using Lab.Core;

namespace Lab.Sandbox;

/// <summary>What a worker answers: one result for each call, or the one of the program.</summary>
/// <param name="Results">In the order of the calls.</param>
/// <param name="Retires">Whether the worker ends after this answer: it ran out of memory, and nobody knows where.</param>
public sealed record WorkReply(IReadOnlyList<SandboxResult> Results, bool Retires)
{
    /// <summary>Why the order cannot be carried out: its own fault, not the program's. Null where it was.</summary>
    public string? Fault { get; init; }

    /// <summary>What a worker says first: it is ready.</summary>
    public static WorkReply Ready { get; } = new([], false);

    public static WorkReply Refuse(string fault) => new([], false) { Fault = fault };

    public void Write(BinaryWriter writer)
    {
        writer.Write(Retires);
        writer.Write(Fault is not null);
        writer.Write(Fault ?? "");
        writer.Write(Results.Count);
        foreach (var result in Results)
        {
            writer.Write((byte)result.Outcome);
            writer.Write(result.Text);
        }
    }

    public static WorkReply Read(BinaryReader reader)
    {
        var retires = reader.ReadBoolean();
        var refuses = reader.ReadBoolean();
        var fault = reader.ReadString();
        var results = new SandboxResult[reader.ReadInt32()];
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = new((SandboxOutcome)reader.ReadByte(), reader.ReadString());
        }

        return new(results, retires) { Fault = refuses ? fault : null };
    }
}
