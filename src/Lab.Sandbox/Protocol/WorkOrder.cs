using Lab.Core;

namespace Lab.Sandbox;

/// <summary>What a worker is asked to do: to run a program or, where a function is named, to call it.</summary>
/// <param name="Program">The whole text.</param>
/// <param name="Function">The name that the function may be declared under; null runs the program.</param>
/// <param name="Arguments">For each call a JSON array of its arguments.</param>
/// <param name="Limits">For each call.</param>
public sealed record WorkOrder(string Program, string? Function, IReadOnlyList<string> Arguments, SandboxLimits Limits)
{
    /// <summary>How many results there will be.</summary>
    public int Runs => Function is null ? 1 : Arguments.Count;

    public void Write(BinaryWriter writer)
    {
        writer.Write(Program);
        writer.Write(Function is not null);
        writer.Write(Function ?? "");
        writer.Write(Arguments.Count);
        foreach (var argument in Arguments)
        {
            writer.Write(argument);
        }

        writer.Write(Limits.Statements);
        writer.Write(Limits.Bytes);
        writer.Write(Limits.Depth);
        writer.Write(Limits.Output);
        writer.Write(Limits.Source);
    }

    public static WorkOrder Read(BinaryReader reader)
    {
        var program = reader.ReadString();
        var named = reader.ReadBoolean();
        var function = reader.ReadString();
        var arguments = new string[reader.ReadInt32()];
        for (var index = 0; index < arguments.Length; index++)
        {
            arguments[index] = reader.ReadString();
        }

        return new(program, named ? function : null, arguments, new(reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));
    }
}
