using Lab.Core;

namespace Lab.Sandbox;

/// <summary>What a worker answers: one result for each call, or the one of the program.</summary>
/// <param name="Results">In the order of the calls.</param>
/// <param name="Retires">Whether the worker ends after this answer: it ran out of memory, and nobody knows where.</param>
public sealed record WorkReply(IReadOnlyList<SandboxResult> Results, bool Retires)
{
    /// <summary>What a worker says first: it is ready.</summary>
    public static WorkReply Ready { get; } = new([], false);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Retires);
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
        var results = new SandboxResult[reader.ReadInt32()];
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = new((SandboxOutcome)reader.ReadByte(), reader.ReadString());
        }

        return new(results, retires);
    }
}
